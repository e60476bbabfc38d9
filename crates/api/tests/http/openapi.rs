//! The description of the API and the API itself say the same.

use axum::{body::Body, http::Request};
use serde_json::Value as Json;

use crate::{
    caller::{router, send},
    support::worlds,
};

fn description() -> Json {
    serde_json::from_str(api::openapi_text()).unwrap()
}

#[test]
fn the_description_in_docs_is_the_one_served() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    if kept != api::openapi_text() {
        let made = std::env::temp_dir().join("sportello-openapi.json");
        std::fs::write(&made, api::openapi_text()).unwrap();
        panic!("the API changed: review {} and put it into docs/openapi.json", made.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_described_is_mounted_and_what_is_mounted_is_described() {
    let description = description();
    let world = worlds().await.remove(0);
    let router = router(&world.app);
    let mut described = 0;
    for route in routes::api::ALL {
        for method in route.methods {
            let told = description["paths"][route.path][method.as_str().to_lowercase()].is_object();
            let url: String = route.path.replace("{year}", "2025");
            let request = Request::builder().method(method.as_str()).uri(url).body(Body::empty()).unwrap();
            let status = send(&router, request).await.status.as_u16();
            let mounted = !matches!(status, 404 | 405);
            assert_eq!(told, mounted, "{} {}: {status}", method.as_str(), route.path);
            described += usize::from(told);
        }
    }
    let operations: usize =
        description["paths"].as_object().unwrap().values().map(|path| path.as_object().unwrap().len()).sum();
    assert_eq!(operations, described, "an operation is described whose address is none of crates/routes");
    assert!(operations > 40, "{operations}");
}

#[test]
fn every_operation_says_what_goes_wrong_and_every_reference_leads_somewhere() {
    let description = description();
    assert_eq!(description["openapi"], "3.1.0");
    let mut names = Vec::new();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            names.push(operation["operationId"].as_str().unwrap().to_owned());
            assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{method} {path}");
            if path != "/api/v1/openapi.json" {
                for status in ["400", "401", "403", "404", "422", "503"] {
                    assert!(operation["responses"][status].is_object(), "{method} {path} {status}");
                }
            }
            for (status, response) in operation["responses"].as_object().unwrap() {
                assert!(response["description"].is_string(), "{method} {path} {status}");
            }
            let keyed = operation["parameters"].to_string().contains("Idempotency-Key");
            assert_eq!(keyed, method != "get" && path != "/api/v1/quality/evaluate", "{method} {path}");
        }
    }
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all, "two operations have the same name");
    let text = description.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(description.pointer(reference).is_some(), "{reference} leads nowhere");
    }
}
