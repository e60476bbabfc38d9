//! Lists the files of every procedure pack (`procedures/<code>/**`), so that the program carries them all without
//! naming each one.

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../procedures");
    println!("cargo::rerun-if-changed={}", packs.display());
    let mut list = String::from("&[\n");
    for pack in sorted(&packs)? {
        if !pack.join("procedure.toml").is_file() {
            continue;
        }
        let code = pack.file_name().unwrap_or_default().to_string_lossy().into_owned();
        writeln!(list, "  ({code:?}, &[")?;
        let mut files = Vec::new();
        collect(&pack, &mut files)?;
        files.sort();
        for path in files {
            let name = path.strip_prefix(&pack)?.to_string_lossy().replace('\\', "/");
            println!("cargo::rerun-if-changed={}", path.display());
            writeln!(list, "    ({name:?}, include_str!({:?})),", path.canonicalize()?)?;
        }
        list.push_str("  ]),\n");
    }
    list.push(']');
    let out = std::env::var_os("OUT_DIR").ok_or("cargo gives OUT_DIR to every build script")?;
    fs::write(Path::new(&out).join("shipped.rs"), list)?;
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.is_dir());
    paths.sort();
    Ok(paths)
}

/// The files that make a pack: manifest, diagram, forms, letters, texts.
fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else if path
            .extension()
            .is_some_and(|ending| ["toml", "bpmn", "typ", "ftl"].iter().any(|known| ending == *known))
        {
            found.push(path);
        }
    }
    Ok(())
}
