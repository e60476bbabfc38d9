### Words used on more than one page.

-brand = Sportello

words-brand = { -brand }
words-yes = sì
words-no = no
words-optional = se serve
words-absent = non presente
words-cancel = Annulla
words-save = Salva
words-back = Indietro
words-next = Avanti
words-close = Chiudi
words-search = Cerca
words-open = Apri
words-confirm = Conferma
words-all = Tutte
words-none = Nessuna
words-of-party = di { $party }
words-open-cases =
    { $count ->
        [one] { $count } pratica aperta
       *[other] { $count } pratiche aperte
    }

## Sectors

words-sector-water = Acqua
words-sector-gas = Gas
words-sector-lpg = GPL
words-sector-electricity = Energia elettrica
words-sector-telecom = Telefonia

## Risk of a clock

words-risk-ok = in tempo
words-risk-soon = in scadenza
words-risk-today = oggi
words-risk-late = scaduta
words-risk-hold = sospesa
words-risk-none = senza termine
