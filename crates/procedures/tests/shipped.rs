//! The shipped packs are read.

use procedures::{read, shipped};

#[test]
fn every_shipped_pack_is_read_without_defects() {
    for (code, files) in shipped() {
        if let Err(defects) = read(&files) {
            let list: Vec<String> = defects.iter().map(ToString::to_string).collect();
            panic!("{code}:\n{}", list.join("\n"));
        }
    }
}
