# Mails the program writes itself; those of a procedure are in its pack.
mail-invitation-subject = { $subject }: { $when }
mail-invitation-changed-subject = { $subject } – changed: { $when }
mail-invitation-cancelled-subject = { $subject } – called off: { $when }
mail-invitation-text =
    Good morning { $name },

    an appointment of request { $number } has been given to you.

    When: { $when }
    Where: { $place }

    Accept it in your calendar; if you cannot go, decline and tell who works on the request.
mail-invitation-changed-text =
    Good morning { $name },

    an appointment of yours for request { $number } has changed. This is how it stands:

    When: { $when }
    Where: { $place }

    Your calendar follows when you accept.
mail-invitation-cancelled-text =
    Good morning { $name },

    this appointment of request { $number } is no longer yours, or no longer takes place:

    When: { $when }
    Where: { $place }

    You need do nothing: your calendar takes it out.
mail-reminder-subject =
    { $days ->
        [0] { $subject }: today, { $when }
        [one] { $subject }: tomorrow, { $when }
       *[other] { $subject }: in { $days } days, { $when }
    }
mail-reminder-text =
    Good morning { $name },

    a reminder of an appointment of request { $number }.

    When: { $when }
    Where: { $place }
mail-alarm = Reminder
