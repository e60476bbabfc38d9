//! Lists the letters of every procedure pack (`procedures/<code>/letters/*.typ`), the papers of the house (`papers/*.typ`)
//! and the shared page layout, so that the program carries them all without naming each one.

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let packs = here.join("../../procedures");
    println!("cargo::rerun-if-changed={}", packs.display());
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    collect(&here.join("templates"), "shared", &mut found)?;
    collect(&here.join("../../papers"), "papers", &mut found)?;
    if packs.is_dir() {
        for pack in fs::read_dir(&packs)? {
            let pack = pack?;
            let code = pack.file_name().to_string_lossy().into_owned();
            collect(&pack.path().join("letters"), &code, &mut found)?;
        }
    }
    found.sort();
    let mut list = String::from("&[\n");
    for (name, path) in found {
        println!("cargo::rerun-if-changed={}", path.display());
        writeln!(list, "    ({name:?}, include_str!({:?})),", path.canonicalize()?)?;
    }
    list.push(']');
    let out = std::env::var_os("OUT_DIR").ok_or("cargo gives OUT_DIR to every build script")?;
    fs::write(Path::new(&out).join("shipped.rs"), list)?;
    Ok(())
}

/// Adds the `.typ` files of a folder under their names in the program: `<prefix>/<file without ending>`.
fn collect(folder: &Path, prefix: &str, found: &mut Vec<(String, PathBuf)>) -> Result<(), Box<dyn Error>> {
    if !folder.is_dir() {
        return Ok(());
    }
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "typ")
            && let Some(stem) = path.file_stem()
        {
            found.push((format!("{prefix}/{}", stem.to_string_lossy()), path));
        }
    }
    Ok(())
}
