//! Barcodes as SVG: QR Code (ISO/IEC 18004) and Data Matrix ECC 200 (ISO/IEC 16022). One unit is one module, and the quiet
//! zone the standard asks for is part of the picture (four modules for QR, one for Data Matrix).

use std::fmt::Write as _;

/// The text does not fit the code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Nothing to write.
    #[error("the text is empty; give at least one character")]
    Empty,
    /// Too much for the largest symbol.
    #[error("the text has {bytes} bytes, more than the code can hold; shorten it")]
    TooLong {
        /// The length of the text.
        bytes: usize,
    },
}

/// A QR code of the text, error correction level M.
///
/// # Errors
/// [`CodeError`] when the text is empty or longer than 2,331 bytes.
pub fn qr_svg(text: &str) -> Result<String, CodeError> {
    if text.is_empty() {
        return Err(CodeError::Empty);
    }
    let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M)
        .map_err(|_| CodeError::TooLong { bytes: text.len() })?;
    let width = code.width();
    let colors = code.to_colors();
    let dark = colors
        .iter()
        .enumerate()
        .filter(|(_, color)| **color == qrcode::Color::Dark)
        .map(|(index, _)| (index % width, index / width));
    Ok(svg(width, width, 4, dark))
}

/// A Data Matrix of the text, the smallest square or rectangle that holds it.
///
/// # Errors
/// [`CodeError`] when the text is empty or longer than the largest symbol holds (1,555 bytes at most).
pub fn data_matrix_svg(text: &str) -> Result<String, CodeError> {
    if text.is_empty() {
        return Err(CodeError::Empty);
    }
    let code = datamatrix::DataMatrix::encode_str(text, datamatrix::SymbolList::default())
        .map_err(|_| CodeError::TooLong { bytes: text.len() })?;
    let bitmap = code.bitmap();
    Ok(svg(bitmap.width(), bitmap.height(), 1, bitmap.pixels()))
}

/// Draws the dark modules as horizontal runs in one path: small files, and no hairlines between neighbours.
fn svg(width: usize, height: usize, quiet: usize, dark: impl Iterator<Item = (usize, usize)>) -> String {
    let (w, h) = (width + 2 * quiet, height + 2 * quiet);
    let mut cells: Vec<(usize, usize)> = dark.map(|(x, y)| (y, x)).collect();
    cells.sort_unstable();
    let mut path = String::new();
    let mut run: Option<(usize, usize, usize)> = None;
    for (y, x) in cells {
        run = match run {
            Some((row, from, to)) if row == y && to == x => Some((row, from, x + 1)),
            other => {
                draw(&mut path, other, quiet);
                Some((y, x, x + 1))
            }
        };
    }
    draw(&mut path, run, quiet);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
         shape-rendering=\"crispEdges\"><rect width=\"{w}\" height=\"{h}\" fill=\"#fff\"/>\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}

fn draw(path: &mut String, run: Option<(usize, usize, usize)>, quiet: usize) {
    if let Some((y, from, to)) = run {
        // Writing to a String cannot fail.
        let _ = write!(path, "M{} {}h{}v1h-{}z", from + quiet, y + quiet, to - from, to - from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules of one of our own pictures, row by row.
    fn modules(svg: &str) -> (usize, Vec<bool>) {
        let number = |text: &str| text.parse::<usize>().unwrap();
        let view = svg.split("viewBox=\"0 0 ").nth(1).unwrap();
        let (w, rest) = view.split_once(' ').unwrap();
        let (w, h) = (number(w), number(rest.split('"').next().unwrap()));
        let mut grid = vec![false; w * h];
        let d = svg.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
        for run in d.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let length = number(rest.split('v').next().unwrap());
            for step in 0..length {
                grid[number(y) * w + number(x) + step] = true;
            }
        }
        (w, grid)
    }

    #[test]
    fn a_data_matrix_drawn_by_us_reads_back_as_the_text() {
        for text in ["7K2M-9QX4-TD8BH", "codfase=NBPA;183010000000012345", &"à".repeat(200)] {
            let (width, grid) = modules(&data_matrix_svg(text).unwrap());
            let inner = width - 2;
            let pixels: Vec<bool> = (1..grid.len() / width - 1)
                .flat_map(|y| grid[y * width + 1..y * width + 1 + inner].to_vec())
                .collect();
            let bytes = datamatrix::DataMatrix::decode(&pixels, inner).unwrap();
            let expected = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<_>>();
            assert!(bytes == text.as_bytes() || bytes == expected, "{text}");
        }
    }

    #[test]
    fn a_qr_code_keeps_its_quiet_zone_and_its_finder_patterns() {
        let svg = qr_svg("PAGOPA|002|301000000001234519|01234560157|12345").unwrap();
        let (width, grid) = modules(&svg);
        assert!((0..4).all(|y| (0..width).all(|x| !grid[y * width + x])), "no quiet zone on top");
        assert!((0..7).all(|x| grid[4 * width + 4 + x]), "no finder pattern");
        assert!(!grid[5 * width + 5]);
    }

    #[test]
    fn a_text_that_does_not_fit_is_refused_with_its_length() {
        let long = "x".repeat(5000);
        assert_eq!(qr_svg(&long), Err(CodeError::TooLong { bytes: 5000 }));
        assert_eq!(data_matrix_svg(&long), Err(CodeError::TooLong { bytes: 5000 }));
        assert_eq!(qr_svg(""), Err(CodeError::Empty));
        assert_eq!(data_matrix_svg(""), Err(CodeError::Empty));
    }
}
