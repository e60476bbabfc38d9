//! The free names of a tree: what an expression needs from around it.

use crate::ast::{Args, Lambda, Node, Step};
use crate::builtins;

/// The free names, each once, in the order of first use, without built-in functions. Names used only inside
/// a filter are left out, since they may be entries of the items.
pub(crate) fn free(node: &Node) -> Vec<String> {
    let mut found = Found { into_filters: false, ..Found::default() };
    found.visit(node);
    found.free.retain(|name| !builtins::exists(name));
    found.free
}

/// The names a function body takes from around it, built-in ones too (they may be shadowed).
pub(crate) fn captured(lambda: &Lambda) -> Vec<String> {
    let mut found = Found::default();
    found.lambda(lambda);
    found.free
}

/// Whether the tree speaks of `name`.
pub(crate) fn mentions(node: &Node, name: &str) -> bool {
    let mut found = Found::default();
    found.visit(node);
    found.free.iter().any(|free| free == name)
}

struct Found {
    bound: Vec<String>,
    free: Vec<String>,
    into_filters: bool,
}

impl Default for Found {
    fn default() -> Self {
        Self { bound: Vec::new(), free: Vec::new(), into_filters: true }
    }
}

impl Found {
    fn all<'a>(&mut self, nodes: impl IntoIterator<Item = &'a Node>) {
        for node in nodes {
            self.visit(node);
        }
    }

    fn name(&mut self, name: &str) {
        if !self.bound.iter().any(|b| b == name) && !self.free.iter().any(|f| f == name) {
            self.free.push(name.to_owned());
        }
    }

    fn within(&mut self, names: &[&str], body: &Node) {
        let before = self.bound.len();
        self.bound.extend(names.iter().map(|name| (*name).to_owned()));
        self.visit(body);
        self.bound.truncate(before);
    }

    fn lambda(&mut self, lambda: &Lambda) {
        let names: Vec<&str> = lambda.params.iter().map(|param| &*param.name).collect();
        self.within(&names, &lambda.body);
    }

    fn steps(&mut self, steps: &[Step], body: &Node) {
        let before = self.bound.len();
        for step in steps {
            self.visit(&step.from);
            self.all(&step.to);
            self.bound.push(step.name.to_string());
        }
        self.within(&["partial"], body);
        self.bound.truncate(before);
    }

    fn visit(&mut self, node: &Node) {
        match node {
            Node::Null
            | Node::Bool(_)
            | Node::Number(_)
            | Node::String(_)
            | Node::Constant(_)
            | Node::Any => {}
            Node::Name(name) => self.name(name),
            Node::List(items) | Node::And(items) | Node::Or(items) => self.all(items),
            Node::Context(entries) => {
                let before = self.bound.len();
                for (name, value) in entries {
                    self.visit(value);
                    self.bound.push(name.to_string());
                }
                self.bound.truncate(before);
            }
            Node::Range { start, end, .. } => self.all(start.iter().chain(end).map(|end| &**end)),
            Node::Test { than: one, .. } | Node::Negate(one) | Node::Empty(one) => self.visit(one),
            Node::Path { of: one, .. } | Node::InstanceOf { value: one, .. } => self.visit(one),
            Node::Arithmetic { left, right, .. } | Node::Compare { left, right, .. } => {
                self.all([&**left, right]);
            }
            Node::If { condition, then, otherwise } => self.all([&**condition, then, otherwise]),
            Node::Between { value, low, high } => self.all([&**value, low, high]),
            Node::For { steps, body } | Node::Quantified { steps, body, .. } => self.steps(steps, body),
            Node::Filter { list, by } => {
                self.visit(list);
                if self.into_filters {
                    self.within(&["item"], by);
                }
            }
            Node::In { value, tests } => {
                self.visit(value);
                for test in tests {
                    self.within(&["?"], test);
                }
            }
            Node::Function(lambda) => self.lambda(lambda),
            Node::Call { function, args } => {
                self.visit(function);
                match args {
                    Args::Positional(args) => self.all(args),
                    Args::Named(args) => self.all(args.iter().map(|(_, arg)| arg)),
                }
            }
        }
    }
}
