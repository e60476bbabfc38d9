//! Models on their way to the engine: read, checked, compiled. A defect is a deployment error.

use crate::Executable;

/// Why models were not deployed: one sentence for each defect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub Vec<String>);

/// Reads, checks and compiles model texts.
///
/// # Errors
/// [`Refused`] with every defect found.
pub fn deployable(models: &[String]) -> Result<Vec<Executable>, Refused> {
    let mut out = Vec::new();
    let mut defects = Vec::new();
    for xml in models {
        match bpmn::read::read(xml) {
            Err(error) => defects.push(error.to_string()),
            Ok(defs) => {
                defects.extend(bpmn::check::check(xml).iter().map(ToString::to_string));
                match Executable::compile_all(&defs) {
                    Ok(executables) => out.extend(executables),
                    Err(error) => defects.push(error.to_string()),
                }
            }
        }
    }
    if defects.is_empty() { Ok(out) } else { Err(Refused(defects)) }
}

/// Compiles models that were checked when they were deployed.
pub(super) fn compiled(models: &[String]) -> Result<Vec<Executable>, String> {
    let mut out = Vec::new();
    for xml in models {
        let defs = bpmn::read::read(xml).map_err(|e| e.to_string())?;
        out.extend(Executable::compile_all(&defs).map_err(|e| e.to_string())?);
    }
    Ok(out)
}
