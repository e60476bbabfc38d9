# Mails the program writes itself; those of a procedure are in its pack.
mail-invitation-subject = { $subject }: { $when }
mail-invitation-changed-subject = { $subject } – cambiato: { $when }
mail-invitation-cancelled-subject = { $subject } – annullato: { $when }
mail-invitation-text =
    Buongiorno { $name },

    ti è stato assegnato un appuntamento della richiesta { $number }.

    Quando: { $when }
    Dove: { $place }

    Accettalo dal calendario: se non puoi, rifiutalo e avvisa chi segue la richiesta.
mail-invitation-changed-text =
    Buongiorno { $name },

    un tuo appuntamento della richiesta { $number } è cambiato. Ora vale questo:

    Quando: { $when }
    Dove: { $place }

    Il calendario si aggiorna quando accetti.
mail-invitation-cancelled-text =
    Buongiorno { $name },

    questo appuntamento della richiesta { $number } non è più tuo, o non si fa più:

    Quando: { $when }
    Dove: { $place }

    Non devi fare altro: il calendario lo toglie.
mail-reminder-subject =
    { $days ->
        [0] { $subject }: oggi, { $when }
        [one] { $subject }: domani, { $when }
       *[other] { $subject }: tra { $days } giorni, { $when }
    }
mail-reminder-text =
    Buongiorno { $name },

    ti ricordiamo un appuntamento della richiesta { $number }.

    Quando: { $when }
    Dove: { $place }
mail-alarm = Promemoria
