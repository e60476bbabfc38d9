//! A folder with the files of a small invented export, which tests change before reading it.

use std::path::Path;

use tempfile::TempDir;

/// The eight files with their headers and sound rows.
const FILES: &[(&str, &str)] = &[
    (
        "clienti.csv",
        "Nr_Cliente;Tipo;Cognome;Nome;Ragione_Sociale;Codice_Fiscale;Partita_IVA;Data_Nascita;Luogo_Nascita;Sesso;\
         Lingua;E_Mail;PEC;Telefono;Cellulare;Indirizzo;Civico;CAP;Comune;Provincia;Nazione;Creato_Il\r\n\
         K1;Persona;Rossi;Mario;;RSSMRA80A01H501U;;01/01/1980;Roma;M;IT;mario@example.it;;;;Via Libertà;1;41037;Mirandola;MO;IT;02/05/2019\r\n\
         K2;Azienda;;;\"Bar \"\"Da Pino\"\"; Modena\";01234560157;01234560157;;;;EN;bar@example.it;bar@example.org;;;Corso Uno;2;41121;Modena;MO;IT;02/05/2019\r\n",
    ),
    (
        "punti_fornitura.csv",
        "Codice_Punto;Servizio;Indirizzo;Civico;Interno;CAP;Comune;Cod_ISTAT;Provincia;Stato;Uso;Distributore;\
         Potenza_kW;Tensione_V;Fasi;Classe_Misuratore;Cat_Uso;Classe_Prelievo;Categoria_Catastale;Foglio;Particella;Subalterno\r\n\
         0803602200000001;Acqua;Via Uno;1;;41037;Mirandola;036022;MO;Attivo;Domestico residente;;;;;DN15;;;A/3;1;2;3\r\n\
         00881234567890;Gas;Via Uno;1;;41037;Mirandola;036022;MO;Attivo;Condominio;Rete;;;;G4;C1;1;;;;\r\n\
         IT001E12345678;Energia;Via Uno;1;;41037;Mirandola;036022;MO;Inattivo;Altri usi;Rete;4,5;230;1;;;;;;;\r\n\
         GPL1;GPL;Via Uno;1;;41037;Mirandola;036022;MO;Sospeso;;;;;;;;;;;;\r\n",
    ),
    (
        "misuratori.csv",
        "Matricola;Codice_Punto;Tipo;Registro;Cifre;Data_Posa;Data_Rimozione;Costante\r\n\
         M1;0803602200000001;Contatore;T;5;01/12/2012;;1\r\n\
         M2;IT001E12345678;Contatore;F1;6;01/12/2012;01/12/2020;1,033214\r\n",
    ),
    (
        "contratti.csv",
        "Nr_Contratto;Nr_Cliente;Codice_Punto;Offerta;Data_Inizio;Data_Fine;Stato;Modalita_Pagamento;Recapito;\
         E_Mail_Recapito;Residente;Deposito;Codice_Web\r\n\
         T1;K1;0803602200000001;VERDE;21/06/2011;;Attivo;SDD;E-mail;mario@example.it;S;50,00;5261495666\r\n\
         T2;K2;IT001E12345678;;21/06/2011;01/01/1753;Cessato;Bollettino;Posta;;N;;\r\n",
    ),
    (
        "letture.csv",
        "Codice_Punto;Matricola;Registro;Data_Lettura;Lettura;Tipo_Lettura\r\n\
         0803602200000001;M1;T;20/11/2024;1332;Autolettura\r\n\
         0803602200000001;M1;T;20/01/2025;1.340,5;Effettiva\r\n",
    ),
    (
        "fatture.csv",
        "Nr_Fattura;Nr_Contratto;Data_Emissione;Data_Scadenza;Tipo;Importo;Consumo;Unita;Periodo_Da;Periodo_A\r\n\
         2025/1;T1;16/02/2025;08/03/2025;Periodica;1.117,78;32;mc;20/11/2024;19/01/2025\r\n\
         2025/2;T1;16/02/2025;08/03/2025;Nota di credito;-17,78;;;;\r\n",
    ),
    (
        "pagamenti.csv",
        "Nr_Pagamento;Nr_Fattura;Data_Pagamento;Importo;Canale;Sportello_Incasso\r\n\
         P1;2025/1;06/03/2025;1117,78;Sportello;Modena\r\n",
    ),
    (
        "mandati_sdd.csv",
        "UMR;Nr_Contratto;IBAN;Intestatario;CF_Intestatario;Data_Firma;Schema;Stato\r\n\
         SDD-1;T1;IT60X0542811101000000123456;Mario Rossi;RSSMRA80A01H501U;21/06/2011;CORE;Attivo\r\n",
    ),
];

/// The folder; it is removed when the value goes.
pub(super) struct Export(TempDir);

impl Export {
    /// Eight files with sound rows only.
    pub(super) fn sound() -> Self {
        let export = Self(tempfile::tempdir().unwrap());
        for (name, text) in FILES {
            export.write(name, &encoded(text));
        }
        export
    }

    /// Adds a row at the end of a file.
    pub(super) fn with(self, name: &str, row: &str) -> Self {
        let mut bytes = std::fs::read(self.path().join(name)).unwrap();
        bytes.extend_from_slice(&encoded(row));
        bytes.extend_from_slice(b"\r\n");
        self.write(name, &bytes);
        self
    }

    pub(super) fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path().join(name), bytes).unwrap();
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(name, _)| *name)
    }

    pub(super) fn text(name: &str) -> &'static str {
        FILES.iter().find(|(file, _)| *file == name).map(|(_, text)| *text).unwrap()
    }
}

pub(super) fn encoded(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}
