//! Words the invented customers are made of.

pub(super) const SURNAMES: &[&str] = &[
    "Ferretti", "Bianchi", "Setti", "Malavasi", "Bulgarelli", "Lo Russo", "D'Amico", "Cattaneo", "Benedetti", "Silvestri",
    "Palumbo", "Monti", "Villa", "Fabbri", "Serra", "Greco", "Rizzo", "Barbieri", "Fontana", "Santoro", "Mariani", "Rinaldi",
    "Caruso", "Gallo", "Conti", "De Luca", "Costa", "Giordano", "Mancini", "Lombardi", "Moretti", "Testa", "Grassi", "Pellegrini",
    "Montanari", "Bertoni", "Golinelli", "Reggiani", "Pivetti", "Baraldi", "Vaccari", "Guerzoni", "Zanoli", "Bellodi", "Calzolari",
    "Martinelli", "Vezzani", "Neri", "Orlandi", "Sorrentino", "Nicolò", "Hoxha", "Popescu", "El Amrani", "Kovalenko", "Hu",
];
pub(super) const MEN: &[&str] = &[
    "Mario", "Giuseppe", "Luca", "Marco", "Andrea", "Alessandro", "Paolo", "Giovanni", "Stefano", "Davide", "Matteo", "Nicolò",
    "Franco", "Sergio", "Enrico", "Claudio", "Ivano", "Learco", "Adelmo", "Ermes", "Yassine", "Andrei",
];
pub(super) const WOMEN: &[&str] = &[
    "Maria", "Anna", "Giulia", "Francesca", "Laura", "Paola", "Simona", "Ines", "Marisa", "Ione", "Elena", "Chiara", "Sara",
    "Silvia", "Rosa", "Teresa", "Nives", "Loredana", "Noemi", "Olena", "Fatima", "Li",
];
/// Place of birth with its cadastral code.
pub(super) const BIRTH_PLACES: &[((&str, &str), u64)] = &[
    (("Modena", "F257"), 200), (("Carpi", "B819"), 120), (("Mirandola", "F240"), 110), (("Sassuolo", "I462"), 80),
    (("Bologna", "A944"), 60), (("Reggio nell'Emilia", "H223"), 40), (("Ferrara", "D548"), 30), (("Parma", "G337"), 20),
    (("Milano", "F205"), 30), (("Roma", "H501"), 30), (("Napoli", "F839"), 60), (("Palermo", "G273"), 40), (("Bari", "A662"), 30),
    (("Torino", "L219"), 20), (("Firenze", "D612"), 20), (("Albania", "Z100"), 25), (("Romania", "Z129"), 30),
    (("Marocco", "Z330"), 30), (("Ucraina", "Z138"), 15), (("Cina", "Z210"), 15),
];
/// Town, postcode, ISTAT code, telephone prefix.
pub(super) type Town = (&'static str, &'static str, &'static str, &'static str);
pub(super) const TOWNS: &[(Town, u64)] = &[
    (("Modena", "41121", "036023", "059"), 310), (("Carpi", "41012", "036005", "059"), 137), (("Sassuolo", "41049", "036040", "0536"), 89),
    (("Mirandola", "41037", "036022", "0535"), 84), (("Formigine", "41043", "036015", "059"), 83),
    (("Pavullo nel Frignano", "41026", "036030", "0536"), 47), (("Nonantola", "41015", "036027", "059"), 46),
    (("Finale Emilia", "41034", "036012", "0535"), 44), (("Concordia sulla Secchia", "41033", "036010", "0535"), 44),
    (("Medolla", "41036", "036021", "0535"), 43), (("San Felice sul Panaro", "41038", "036037", "0535"), 38),
    (("Cavezzo", "41032", "036009", "0535"), 35),
];
pub(super) const STREETS: &[&str] = &[
    "Via dei Tigli", "Via della Libertà", "Via Giuseppe Verdi", "Via Roma", "Via Giuseppe Garibaldi", "Piazza Matteotti", "Via Papa Giovanni XXIII",
    "Via 4 Novembre", "Via 1° Maggio", "Viale Italia", "Borgo d'Este", "Via Monsignor Della Valle", "Corso Vittorio Emanuele II", "Strada Statale 12",
    "Via dell'Artigianato", "Vicolo del Forno", "Largo Risorgimento", "Via Antonio Gramsci", "Stradello Romano", "Via Dosso", "Via Argine", "Via Per Carpi",
];
pub(super) const TRADES: &[&str] = &[
    "Officina", "Panificio", "Bar", "Autotrasporti", "Condominio", "Ceramiche", "Farmacia", "Azienda agricola", "Ristorante", "Caseificio", "Studio", "Maglieria",
];
pub(super) const FORMS: &[&str] = &["S.r.l.", "S.p.A.", "S.n.c.", "S.a.s.", "Soc. Coop."];
