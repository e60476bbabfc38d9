//! The migrations are built into the program: a new file has to build it again.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
