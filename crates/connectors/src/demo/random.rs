//! Reproducible randomness: SplitMix64 (Steele, Lea, Flood 2014).

/// A stream of numbers that follows from its seed.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 when `end` is 0.
    pub(super) const fn below(&mut self, end: u64) -> u64 {
        if end == 0 { 0 } else { self.next() % end }
    }

    /// A number from `from` to `to`, both included.
    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        let span = u64::try_from(to - from).unwrap_or(0).saturating_add(1);
        from + i64::try_from(self.below(span)).unwrap_or(0)
    }

    /// Whether something that happens in so many of a thousand cases happens.
    pub(super) const fn per_mille(&mut self, share: u64) -> bool {
        self.below(1000) < share
    }

    /// One of a list; the list must not be empty.
    pub(super) fn one<T: Copy>(&mut self, list: &[T], otherwise: T) -> T {
        let index = self.below(u64::try_from(list.len()).unwrap_or(0));
        usize::try_from(index).ok().and_then(|index| list.get(index)).copied().unwrap_or(otherwise)
    }

    /// One of a list, each with its weight.
    pub(super) fn weighted<T: Copy>(&mut self, list: &[(T, u64)], otherwise: T) -> T {
        let mut rest = self.below(list.iter().map(|(_, weight)| weight).sum());
        for (value, weight) in list {
            if rest < *weight {
                return *value;
            }
            rest -= weight;
        }
        otherwise
    }
}
