procedure = Lettura singola
act = Lettura

step-reading = Lettura

element-reading = Comunicare la lettura
element-review = Esaminare la lettura
element-technician = Leggere il contatore
element-fix-billing = Sistemare lo scarto della fatturazione
element-billing-answer = Attendere l’esito della fatturazione

paper-refusal = Lettura non accettata

section-reading-point = Di quale contatore?
section-reading-values = Quanto segna?
section-reading-how = Come è stata presa?
section-review-decision = La lettura è giusta?
section-review-decision-hint = Confronta la foto, lo storico e i consumi dello stesso periodo.
section-technician-values = Quanto segna il contatore?
section-fix-billing-billing = Che cosa è stato corretto?

field-supply-point = Codice del punto, matricola, indirizzo o intestatario
field-read-on = Data della lettura
field-read-on-check = La data è nel futuro.
field-readings = Letture
field-readings-hint = Accanto a ogni quadrante ci sono matricola, ultima lettura e valore atteso.
field-readings-confirmed = Valori riletti con chi li comunica
field-readings-confirmed-hint = Serve quando un valore è molto diverso da quello atteso: la lettura passa all’esame.
field-reading-kind = Tipo di lettura
choice-reading-kind-self = Autolettura
choice-reading-kind-actual = Rilevata da un incaricato
choice-reading-kind-opening = Di apertura
choice-reading-kind-closing = Di chiusura
field-photo = Foto del contatore
field-photo-hint = Si devono leggere la matricola e tutte le cifre.
field-decision = Decisione
choice-decision-accept = Accetta la lettura
choice-decision-visit = Manda un tecnico a leggere
choice-decision-refuse = Rifiuta la lettura
field-visit-on = Giorno della visita
field-visit-on-check = Scegli un giorno da oggi in poi.
field-review-note = Motivo
field-review-note-hint = Se la lettura è rifiutata, il cliente lo legge nella risposta.
field-visit-note = Nota
field-billing-note = Che cosa è stato corretto

mail-accepted-subject = Lettura registrata: { $number }
mail-accepted = { $name },
    la lettura che ci hai comunicato è registrata e vale per la prossima bolletta. La pratica è { $number }.

mail-refusal-subject = Lettura non accettata: { $number }
mail-refusal = { $name },
    non possiamo usare la lettura che ci hai comunicato. La lettera allegata dice perché e che cosa fare. La pratica
    è { $number }.

fact-self-reading-received = Lettura ricevuta
fact-request-received = Lettura ricevuta
fact-customer-informed = Cliente informato dell’esito
fact-answer-sent = Rifiuto comunicato

reason-reading-below-last = La lettura è inferiore all’ultima
reason-reading-not-after-last = La data non è successiva all’ultima lettura
reason-reading-digits = Il valore ha più cifre del quadrante
reason-reading-above-expected = Il valore è molto sopra quello atteso
reason-reading-negative = Il valore è negativo
reason-date-in-future = La data è nel futuro
reason-reading-roll-over = Il contatore sarebbe ripartito da zero
reason-reading-taken = C’è già un’altra lettura, dello stesso giorno o successiva, che non si accorda con questa
reason-register-missing = Manca il valore di un quadrante
reason-register-unknown = È indicato un quadrante che il contatore non ha
reason-meter-missing = Al punto non risulta nessun contatore

comment-to-post = Da spedire per posta: { $title }
comment-not-sent = Il cliente non ha un’e-mail: non è partito nulla ({ $title })
