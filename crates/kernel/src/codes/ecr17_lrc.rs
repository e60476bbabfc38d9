//! The check byte of messages to card terminals (ECR17): every byte combined by exclusive or, starting from 0x7F.
//! Terminals differ on whether the opening byte counts, so it is a setting.

/// Opens a message.
pub const STX: u8 = 0x02;
/// Closes a message; the check byte follows it.
pub const ETX: u8 = 0x03;

/// Which bytes the check covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LrcMode {
    /// Body and ETX.
    A,
    /// STX, body and ETX.
    B,
}

/// The check byte of a body.
#[must_use]
pub fn lrc(mode: LrcMode, body: &[u8]) -> u8 {
    let start = match mode {
        LrcMode::A => 0x7f,
        LrcMode::B => 0x7f ^ STX,
    };
    body.iter().fold(start ^ ETX, |check, byte| check ^ byte)
}

/// A whole frame: STX, body, ETX, check byte.
#[must_use]
pub fn frame(mode: LrcMode, body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 3);
    out.push(STX);
    out.extend_from_slice(body);
    out.push(ETX);
    out.push(lrc(mode, body));
    out
}

/// A frame that must be answered with NAK.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// It does not open with STX, or has no ETX before its last byte.
    #[error("a frame is STX, body, ETX and a check byte")]
    Form,
    /// The check byte does not fit.
    #[error("the check byte is {found:02X}, the message asks for {expected:02X}")]
    Check {
        /// What the arithmetic gives.
        expected: u8,
        /// What was received.
        found: u8,
    },
}

/// The body of a frame whose check byte fits.
///
/// # Errors
/// [`FrameError`] when the frame must be answered with NAK.
pub fn body(mode: LrcMode, frame: &[u8]) -> Result<&[u8], FrameError> {
    let [STX, body @ .., ETX, found] = frame else {
        return Err(FrameError::Form);
    };
    let expected = lrc(mode, body);
    if expected == *found { Ok(body) } else { Err(FrameError::Check { expected, found: *found }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_modes_give_their_check_byte() {
        for (text, a, b) in [("0000000101", 0x7c, 0x7e), ("12345678", 0x74, 0x76)] {
            assert_eq!(
                (lrc(LrcMode::A, text.as_bytes()), lrc(LrcMode::B, text.as_bytes())),
                (a, b),
                "{text}"
            );
        }
    }

    #[test]
    fn a_frame_checked_in_the_other_mode_is_refused() {
        for (mode, other, text) in
            [(LrcMode::B, LrcMode::A, "0000000101"), (LrcMode::A, LrcMode::B, "12345678")]
        {
            let sent = frame(mode, text.as_bytes());
            assert_eq!(body(mode, &sent), Ok(text.as_bytes()));
            assert!(matches!(body(other, &sent), Err(FrameError::Check { .. })));
        }
        assert_eq!(body(LrcMode::A, b""), Err(FrameError::Form));
        assert_eq!(body(LrcMode::A, b"\x02abc"), Err(FrameError::Form));
    }
}
