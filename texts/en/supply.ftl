# A supply point.
supply-title = { $service } { $code }
supply-copy = Copy the code { $code }
supply-new = New request
supply-technical = Technical data
supply-since = since { $date }
supply-former = { $count ->
    [one] 1 former situation
   *[other] { $count } former situations
}
supply-use = Use
supply-power = Power
supply-voltage = Voltage
supply-phases = Phases
supply-phase-one = single phase
supply-phase-three = three phase
supply-class = Meter class
supply-category = Use category
supply-withdrawal = Withdrawal class
supply-line-kind = Kind of line
supply-access-technology = Access technology
supply-speed = Speed
supply-distributor = Distributor
supply-meters = Meters
supply-meter = Meter
supply-corrector = Volume corrector
supply-meter-removed = removed
supply-registers = { $count ->
    [one] 1 register
   *[other] { $count } registers
}
supply-digits = { $count } digits
supply-constant = constant { $value }
supply-no-meter = No meter is in place at this point.
supply-readings-caption = Readings of the meter { $serial }
supply-holders = Account holders
supply-no-holder = Nobody was ever supplied at this point.
supply-holders-hidden = Your role does not see contracts.
supply-holder-unknown = holder not on file
supply-cases = Cases
supply-cases-caption = Cases on this supply
supply-cases-none = No case
supply-cases-none-text = Requests on this supply appear here.
supply-free = Without a holder.
supply-free-text = The point is active but no contract is in force.
supply-state-active = active
supply-state-inactive = inactive
supply-state-suspended = suspended
supply-state-removed = removed
supply-use-resident = Household, resident
supply-use-non-resident = Household, not resident
supply-use-condominium = Block of flats
supply-use-business = Business
supply-use-public = Public service that may not be cut off
supply-use-other = Other uses
