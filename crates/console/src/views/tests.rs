//! Every sample in both languages: well-formed, one heading of the first level, labelled controls, known addresses.

mod markup;
