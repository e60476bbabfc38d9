# The parts pages are made of.
components-risk-late = Scaduta
components-risk-today = Scade oggi
components-risk-in-time = Nei tempi
components-risk-hold = Sospesa
components-risk-internal = Interno
components-optional = se serve
components-absent = non presente
components-undo = Annulla
components-loading = Caricamento in corso
components-remove-filter = Togli il filtro { $field }: { $value }
components-error-summary = { $count ->
    [one] Non salvato: correggi 1 campo
   *[other] Non salvato: correggi { $count } campi
}
components-day-today = Oggi

# The regulated clock. $span carries its unit: "15 giorni lavorativi".
components-clock-elapsed = { $count ->
    [one] Trascorso { $span } su { $level }
   *[other] Trascorsi { $span } su { $level }
}
components-clock-held = { $clock }, sospeso per { $days }
components-clock-on-hold = { $clock }, sospeso da { $days }
components-clock-left = { $count ->
    [one] Resta { $span }
   *[other] Restano { $span }
}
components-clock-over-by = Oltre il termine di { $span }
components-clock-stands = L’orologio è sospeso
components-clock-part-elapsed = { $span } trascorsi
components-clock-part-suspended = { $span } sospesi
components-clock-part-remaining = { $span } rimanenti
components-clock-part-exceeded = { $span } oltre il termine
components-clock-from = Dal { $date }: { $parts }.
components-clock-limit-on = Termine: { $date }.
components-clock-expected-on = Conclusione prevista: { $date }.
components-clock-owed-from = Dal { $date } indennizzo di { $amount }.
components-clock-units = { $count ->
    [one] 1 g
   *[other] { $count } gg
}
components-clock-held-units = { $count ->
    [one] sospesa 1 g
   *[other] sospesa { $count } gg
}
components-clock-left-units = { $count ->
    [one] resta 1 g
   *[other] restano { $count } gg
}
components-clock-today = oggi, { $date }
components-clock-past-limit = oltre il termine: indennizzo automatico
components-clock-expected = previsto { $date }
components-clock-from-day = dal { $date }
components-clock-part-unused = { $span } non usati
components-clock-unused-units = { $count ->
    [one] 1 g non usato
   *[other] { $count } gg non usati
}
components-clock-stopped = conclusa, { $date }
components-clock-limit-word = termine
components-clock-closed = chiusa, { $date }
