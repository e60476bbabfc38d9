# A supply point.
supply-title = { $service } { $code }
supply-copy = Copia il codice { $code }
supply-new = Nuova richiesta
supply-technical = Dati tecnici
supply-since = dal { $date }
supply-former = { $count ->
    [one] 1 situazione precedente
   *[other] { $count } situazioni precedenti
}
supply-use = Uso
supply-power = Potenza
supply-voltage = Tensione
supply-phases = Fasi
supply-phase-one = monofase
supply-phase-three = trifase
supply-class = Classe del misuratore
supply-category = Categoria d’uso
supply-withdrawal = Classe di prelievo
supply-line-kind = Tipo di linea
supply-access-technology = Tecnologia di accesso
supply-speed = Velocità
supply-distributor = Distributore
supply-meters = Misuratori
supply-meter = Contatore
supply-corrector = Correttore
supply-meter-removed = rimosso
supply-registers = { $count ->
    [one] 1 registro
   *[other] { $count } registri
}
supply-digits = { $count } cifre
supply-constant = costante { $value }
supply-no-meter = In questo punto non è in opera alcun misuratore.
supply-readings-caption = Letture del misuratore { $serial }
supply-holders = Intestatari
supply-no-holder = Nessuno è mai stato servito in questo punto.
supply-holders-hidden = Il tuo ruolo non vede i contratti.
supply-holder-unknown = intestatario non in archivio
supply-cases = Pratiche
supply-cases-caption = Pratiche su questa fornitura
supply-cases-none = Nessuna pratica
supply-cases-none-text = Le richieste su questa fornitura compaiono qui.
supply-free = Senza intestatario.
supply-free-text = Il punto è attivo ma nessun contratto è in vigore.
supply-state-active = attiva
supply-state-inactive = non attiva
supply-state-suspended = sospesa
supply-state-removed = rimossa
supply-use-resident = Domestico residente
supply-use-non-resident = Domestico non residente
supply-use-condominium = Condominio
supply-use-business = Attività produttiva o commerciale
supply-use-public = Servizio pubblico non disalimentabile
supply-use-other = Altri usi
