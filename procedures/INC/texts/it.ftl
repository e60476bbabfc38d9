procedure = Incasso da sportello
paper-receipt = Ricevuta
fact-request-received = Pagamento ricevuto
field-receipt = Ricevuta
field-amount = Importo
field-bills = Bollette
mail-receipt-subject = Ricevuta di pagamento { $number }
mail-receipt = Gentile { $name },
    le mandiamo la ricevuta { $number } del pagamento fatto al nostro sportello.
    Conservi la ricevuta: prova che ha pagato.
