//! Data objects, properties, item definitions and the mapping of data in and out of activities.

use super::Expression;

/// An item definition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemDefinition {
    /// Element id.
    pub id: String,
    /// `structureRef`.
    pub structure: Option<String>,
    /// `isCollection`.
    pub collection: bool,
}

/// A data object, data object reference, data store reference or property: a variable of its scope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataItem {
    /// Element id.
    pub id: String,
    /// The variable's name: `name`, else the id.
    pub name: String,
    /// For a reference: the id of what it refers to.
    pub refers_to: Option<String>,
    /// `itemSubjectRef`.
    pub item: Option<String>,
    /// `isCollection`.
    pub collection: bool,
    /// A property, as opposed to a data object.
    pub property: bool,
}

/// Data in and out of an activity or event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataMapping {
    /// `dataInput`s: id and name.
    pub inputs: Vec<DataItem>,
    /// `dataOutput`s: id and name.
    pub outputs: Vec<DataItem>,
    /// Input associations.
    pub into: Vec<DataAssociation>,
    /// Output associations.
    pub out: Vec<DataAssociation>,
    /// Properties of the activity.
    pub properties: Vec<DataItem>,
}

/// A data association.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataAssociation {
    /// `sourceRef`s.
    pub sources: Vec<String>,
    /// `targetRef`.
    pub target: String,
    /// `transformation`.
    pub transformation: Option<Expression>,
    /// Assignments.
    pub assignments: Vec<Assignment>,
}

/// An assignment of a data association.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// Value.
    pub from: Expression,
    /// Target: a name or an id.
    pub to: Expression,
}
