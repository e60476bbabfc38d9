//! Writes every sample page as a static file, with the built assets beside, to be looked at and screenshotted:
//! `cargo run -p sportello-console --features samples --example gallery -- <folder>`, then serve the folder.

use std::path::PathBuf;

use console::views::samples;
use kernel::Lang;
use texts::Texts;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "gallery".to_owned()));
    let assets = folder.join("assets");
    std::fs::create_dir_all(&assets)?;
    for (name, bytes) in web::assets::files() {
        std::fs::write(assets.join(name), bytes)?;
    }
    for lang in Lang::ALL {
        let place = folder.join(lang.code());
        std::fs::create_dir_all(&place)?;
        let all = samples::all(Texts::of(lang))?;
        for sample in all.iter().filter(|sample| sample.page) {
            std::fs::write(place.join(format!("{}.html", sample.name)), &sample.html)?;
        }
        // The search popup with its results, as the browser holds it while somebody types: open it at #apri-cerca.
        let of =
            |name: &str| all.iter().find(|sample| sample.name == name).map(|sample| sample.html.as_str());
        if let (Some(home), Some(results)) = (of("home"), of("part-search-results")) {
            let empty = home
                .find("<div id=\"cerca-esiti\"")
                .and_then(|from| Some((from, from + home.get(from..)?.find("</div>")? + 6)));
            if let Some((from, to)) = empty {
                let mut page = home.to_owned();
                page.replace_range(from..to, results);
                std::fs::write(place.join("home-search.html"), page)?;
            }
        }
    }
    println!("written: {}", folder.display());
    Ok(())
}
