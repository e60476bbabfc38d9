# The parts pages are made of.
components-risk-late = Overdue
components-risk-today = Due today
components-risk-in-time = On time
components-risk-hold = Suspended
components-risk-internal = Internal
components-optional = if needed
components-absent = not present
components-undo = Undo
components-loading = Loading
components-remove-filter = Remove the filter { $field }: { $value }
components-error-summary = { $count ->
    [one] Not saved: correct 1 field
   *[other] Not saved: correct { $count } fields
}
components-day-today = Today

# The regulated clock. $span carries its unit: "15 working days".
components-clock-elapsed = { $count ->
    [one] { $span } of { $level } elapsed
   *[other] { $span } of { $level } elapsed
}
components-clock-held = { $clock }, suspended for { $days }
components-clock-on-hold = { $clock }, suspended since { $days }
components-clock-left = { $count ->
    [one] { $span } left
   *[other] { $span } left
}
components-clock-over-by = Over the limit by { $span }
components-clock-stands = The clock is suspended
components-clock-part-elapsed = { $span } elapsed
components-clock-part-suspended = { $span } suspended
components-clock-part-remaining = { $span } left
components-clock-part-exceeded = { $span } over the limit
components-clock-from = From { $date }: { $parts }.
components-clock-limit-on = Deadline: { $date }.
components-clock-expected-on = Expected end: { $date }.
components-clock-owed-from = From { $date } compensation of { $amount }.
components-clock-units = { $count ->
    [one] 1 d
   *[other] { $count } d
}
components-clock-held-units = { $count ->
    [one] suspended 1 d
   *[other] suspended { $count } d
}
components-clock-left-units = { $count ->
    [one] 1 d left
   *[other] { $count } d left
}
components-clock-today = today, { $date }
components-clock-past-limit = past the limit: automatic compensation
components-clock-expected = expected { $date }
components-clock-from-day = from { $date }
components-clock-part-unused = { $span } not used
components-clock-unused-units = { $count ->
    [one] 1 d not used
   *[other] { $count } d not used
}
components-clock-stopped = ended, { $date }
components-clock-limit-word = deadline
components-clock-closed = closed, { $date }
