//! Data objects, properties and data mapping.

use roxmltree::Node as Xml;

use super::{attr, child, elements, expression, flag, is, local, opt, texts};
use crate::model::{Assignment, DataAssociation, DataItem, DataMapping, Expression};

pub(super) fn item(xml: Xml<'_, '_>) -> DataItem {
    let id = attr(xml, "id");
    DataItem {
        name: opt(xml, "name").unwrap_or_else(|| id.clone()),
        id,
        refers_to: opt(xml, "dataObjectRef").or_else(|| opt(xml, "dataStoreRef")).map(local),
        item: opt(xml, "itemSubjectRef").map(local),
        collection: flag(xml, "isCollection", false),
        property: xml.tag_name().name() == "property",
    }
}

/// Inputs, outputs and associations of an activity or event.
pub(super) fn mapping(xml: Xml<'_, '_>) -> DataMapping {
    let mut out = DataMapping::default();
    let holders = [Some(xml), child(xml, "ioSpecification")];
    for holder in holders.into_iter().flatten() {
        for part in elements(holder) {
            match part.tag_name().name() {
                "dataInput" => out.inputs.push(item(part)),
                "dataOutput" => out.outputs.push(item(part)),
                "dataInputAssociation" => out.into.push(association(part)),
                "dataOutputAssociation" => out.out.push(association(part)),
                "property" => out.properties.push(item(part)),
                _ => {}
            }
        }
    }
    out
}

/// The mapping of a call activity, with the `in` and `out` elements that other engines use instead of associations;
/// `variables="all"` is an association from `*` to `*`.
pub(super) fn call_mapping(xml: Xml<'_, '_>) -> DataMapping {
    let mut out = mapping(xml);
    let extensions = child(xml, "extensionElements");
    for part in extensions.iter().flat_map(Xml::children).filter(Xml::is_element) {
        let side = match part.tag_name().name() {
            "in" => &mut out.into,
            "out" => &mut out.out,
            _ => continue,
        };
        let all = part.attribute("variables") == Some("all");
        let target = if all { Some("*".to_owned()) } else { opt(part, "target") };
        let Some(target) = target else { continue };
        side.push(DataAssociation {
            sources: if all { vec!["*".to_owned()] } else { opt(part, "source").into_iter().collect() },
            target,
            transformation: opt(part, "sourceExpression").map(|text| Expression { text, language: None }),
            assignments: Vec::new(),
        });
    }
    out
}

fn association(xml: Xml<'_, '_>) -> DataAssociation {
    DataAssociation {
        sources: texts(xml, "sourceRef"),
        target: texts(xml, "targetRef").into_iter().next().unwrap_or_default(),
        transformation: expression(xml, "transformation"),
        assignments: elements(xml)
            .filter(|c| is(*c, "assignment"))
            .map(|c| Assignment {
                from: expression(c, "from").unwrap_or_default(),
                to: expression(c, "to").unwrap_or_default(),
            })
            .collect(),
    }
}
