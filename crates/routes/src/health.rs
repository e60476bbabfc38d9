//! Life signs and figures, for load balancers and Prometheus.

crate::route::routes! {
    area: Health;
    /// Whether the process answers.
    Live "/health/live" [Get] Open;
    /// Whether the process can do its work: database reachable, schema current.
    Ready "/health/ready" [Get] Open;
    /// Figures in the format of Prometheus; the listener decides who can reach it.
    Metrics "/metrics" [Get] Open;
}
