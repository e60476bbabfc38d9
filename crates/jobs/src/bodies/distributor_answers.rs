//! Takes in what distributors put into the shared folder. A file is put away when its messages are stored; one that
//! cannot be used as a whole goes to the refused ones, with the reason beside it.

use app::{Error, distributor::apply_from_folder};
use connectors::distributor::{AnswerFile, read_answers};

use crate::worker::{Parts, words};

/// Looks into the folder for answers.
pub(crate) async fn poll(parts: &Parts) -> Result<(), Error> {
    let Some(folders) = parts.distributor.clone() else { return Ok(()) };
    let look = folders.clone();
    let files = tokio::task::spawn_blocking(move || read_answers(&look))
        .await
        .map_err(|error| Error::Internal(words(error)))?
        .map_err(|error| Error::Unavailable(error.to_string()))?;
    let any = !files.is_empty();
    for file in files {
        let (name, bytes) = (file.name(), file.bytes.clone());
        let refused =
            match apply_from_folder(&parts.app, &parts.app.system("distributor"), &name, bytes).await {
                Ok(()) => None,
                Err(Error::Refused { args, .. }) => {
                    Some(args.into_iter().map(|(_, value)| value).collect::<Vec<_>>().join("; "))
                }
                Err(error) => return Err(error),
            };
        if let Some(reason) = &refused {
            tracing::warn!(file = name, reason, "a distributor's file cannot be used");
        }
        put_away(&folders, file, refused).await?;
    }
    if any {
        parts.wake.now();
    }
    Ok(())
}

async fn put_away(
    folders: &connectors::billing::Folders,
    file: AnswerFile,
    refused: Option<String>,
) -> Result<(), Error> {
    let folders = folders.clone();
    let put = move || match refused {
        None => file.put_away(&folders),
        Some(reason) => file.refuse(&folders, &reason),
    };
    tokio::task::spawn_blocking(put)
        .await
        .map_err(|error| Error::Internal(words(error)))?
        .map_err(|error| Error::Unavailable(error.to_string()))
}
