//! Who does an activity (8.4.8, 10.2.1).

use super::elements::child;
use super::{Found, Model};

const ROLES: [&str; 4] = ["performer", "humanPerformer", "potentialOwner", "resourceRole"];

pub(super) fn check(model: &Model, found: &mut Found) {
    for role in ROLES.into_iter().flat_map(|name| model.named(name)) {
        let by_expression = child(role, "resourceAssignmentExpression").is_some();
        let by_resource = child(role, "resourceRef").is_some();
        let bindings = child(role, "resourceParameterBinding").is_some();
        if by_expression && (by_resource || bindings) {
            let remedy = "Keep the resource with its parameters, or the expression";
            found.add(role, "resource.twice", "who does the activity is given twice", remedy);
        }
        if bindings && !by_resource {
            let remedy = "Name the resource, or remove the parameters";
            found.add(role, "resource.parameters", "parameters are given for no resource", remedy);
        }
    }
}
