procedure = Ristampa bolletta e bollettino
paper-copy = Copia della bolletta
paper-slip = Bollettino
fact-request-received = Richiesta ricevuta
field-bills = Bollette
field-what = Che cosa
field-channel = Come
mail-reprint-subject = Bolletta { $number }
mail-reprint = Gentile { $name },
    come ci ha chiesto, le mandiamo la bolletta { $number }.
    Se c’è ancora qualcosa da pagare, trova in allegato anche il bollettino.
