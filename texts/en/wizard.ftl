# The wizard of a procedure.
wizard-crumb = New
wizard-saved = Draft { $number } saved { $when }
wizard-suspend = Suspend
wizard-cancel = Cancel { $what }
wizard-steps = Steps of the request
wizard-steps-note = Steps are mandatory and in order. You can go back without losing data.
wizard-position = Step { $place } of { $of }
wizard-next = Next: { $step }
wizard-save-draft = Save the draft
wizard-change = Change
wizard-summary = Live summary
wizard-same-point = Same point, new account holder
wizard-same = Same { $kind }
wizard-outgoing = Leaves
wizard-incoming = Takes over
wizard-incoming-missing = to be found
wizard-at-step = at step { $step }
wizard-customer = customer { $number }
wizard-clock = Regulated clock
wizard-clock-starts = starts on confirmation
wizard-clock-none = This procedure has no regulated deadline.
wizard-clock-words = { $span }: from { $from } to { $to }
wizard-missing = Missing data
wizard-missing-none = None, ready to confirm
wizard-step = step { $step }
wizard-papers = Papers to produce
wizard-paper-sign = to sign
wizard-paper-hand = to hand over
wizard-question-hint = The summary on the right follows at once
wizard-key-step = step
wizard-key-next = next
wizard-key-save = save draft
wizard-key-card = read card
wizard-refused = This cannot go on.
wizard-blocks = Stands in the way.
wizard-warns = To know.
wizard-mend = Correct it
wizard-twin-code = Has this code already: a person has one registry entry.
wizard-twin-name = Has the same name: is it the same person?
wizard-twin-use = Use this entry
wizard-kept = Draft saved
wizard-confirm = Confirm the request
wizard-question-label = Request
wizard-question-open = to fill in
wizard-question-button = Fill in the increase
wizard-point = point
wizard-power = Power
wizard-power-change = from { $from } to { $to }
wizard-power-today = today { $power }
wizard-readings = { $count ->
    [one] 1 register read
   *[other] { $count } registers read
}
wizard-step-done = answered
wizard-step-open = to fill in
wizard-new-party = new registry entry
wizard-clock-due = If you confirm today: by { $day }.
wizard-clock-indemnity = Beyond it, automatic compensation of { $amount }.
wizard-clock-indemnity-some = Beyond it, automatic compensation.
wizard-clock-no-indemnity = No compensation: the delay goes into the register.
wizard-clock-why = How it is counted
wizard-clock-open = The deadline depends on the service: choose the supply.
wizard-papers-count = { $count ->
    [one] 1 paper
   *[other] { $count } papers
}
wizard-power-point = POD
wizard-power-hint = More than the { $present } of today
wizard-power-confirm = Confirm the increase
wizard-power-fits = The data fit the point.
wizard-power-fits-text = Power { $power }.
wizard-power-does-not-fit = Data to look at again.
wizard-power-diary = A new deadline in the schedule.
wizard-power-diary-text = On confirmation the linked case “{ $procedure }” is opened, to be done by { $day }.
wizard-preview = preview
wizard-preview-hint = Open them to read them with the customer: they are as they would be printed now.
wizard-preview-note = Preview: not yet among the papers
