//! Gateways (10.6): they branch or join, in the direction they declare.

use super::elements::is_gateway;
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for gateway in model.all.iter().filter(|el| is_gateway(**el)) {
        let (incoming, outgoing) = (model.incoming(*gateway).len(), model.outgoing(*gateway).len());
        if incoming < 2 && outgoing < 2 {
            let remedy = "Give it several incoming or several outgoing flows, or remove it";
            found.add(*gateway, "gateway.pointless", "the gateway neither branches nor joins", remedy);
        }
        let direction = gateway.attribute("gatewayDirection").unwrap_or("Unspecified");
        let kept = match direction {
            "Unspecified" => true,
            "Converging" => incoming > 1 && outgoing <= 1,
            "Diverging" => incoming <= 1 && outgoing > 1,
            "Mixed" => incoming > 1 && outgoing > 1,
            _ => false,
        };
        if !kept {
            let message = format!(
                "the gateway is declared {direction} but has {incoming} incoming and {outgoing} outgoing flows"
            );
            let remedy = "Change gatewayDirection, or the flows: Diverging has one in and several out, Converging the reverse, Mixed several of both";
            found.add(*gateway, "gateway.direction", message, remedy);
        }
    }
}
