//! Prints the authorisation matrix for `docs/authorisation.md`.
#[expect(clippy::print_stdout, reason = "printing is what it is for")]
fn main() {
    print!("{}", domain::access::matrix());
}
