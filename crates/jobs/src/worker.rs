//! The worker: claims due jobs, does several at once, settles each by what its body answers.

use std::{future::Future, sync::Arc, time::Duration};

use app::{App, Error};
use connectors::billing::Folders;
use documents::Templates;
use kernel::Instant;
use store::work::job::{self, Claimed};
use tokio::{
    sync::Notify,
    task::{JoinError, JoinSet},
};

use crate::{
    JobsSettings, SetUpError,
    backoff::{chance, pause, tries},
    bodies,
    mailer::Mailer,
    outcome::Outcome,
    periodic::Schedule,
};

/// A body is ended this many seconds before the lease of its job.
const MARGIN: i64 = 15;
/// How long running jobs may still take when the process is told to stop.
const GRACE: Duration = Duration::from_secs(20);

/// What bodies need.
#[derive(Debug)]
pub(crate) struct Parts {
    pub app: App,
    pub settings: JobsSettings,
    pub mailer: Option<Mailer>,
    pub folders: Option<Folders>,
    /// Shared with the distributors.
    pub distributor: Option<Folders>,
    pub templates: Templates,
    pub wake: Wake,
}

/// Signals the worker of this process that there is work, so that it does not wait for its next look.
#[derive(Clone, Debug, Default)]
pub struct Wake(Arc<Notify>);

impl Wake {
    /// There is work.
    pub fn now(&self) {
        self.0.notify_one();
    }
}

/// The worker of one process. Any number of processes may work on one database.
#[derive(Clone, Debug)]
pub struct Worker {
    parts: Arc<Parts>,
    schedule: Arc<Schedule>,
}

impl Worker {
    /// Prepares the worker; nothing runs yet. Call it inside the asynchronous runtime: the mail server's connections
    /// are looked after there.
    ///
    /// # Errors
    /// [`SetUpError`] names the setting that cannot work.
    pub fn new(app: App, settings: JobsSettings) -> Result<Self, SetUpError> {
        let mailer = settings.mail.as_ref().map(Mailer::open).transpose()?;
        let folders = settings.billing.as_deref().map(Folders::below);
        let distributor = settings.distributor.as_deref().map(Folders::below);
        for folders in [&folders, &distributor].into_iter().flatten() {
            folders.create()?;
        }
        let templates = match &settings.templates {
            Some(folder) => Templates::with_folder(folder)?,
            None => Templates::shipped(),
        };
        let parts = Parts { app, settings, mailer, folders, distributor, templates, wake: Wake::default() };
        Ok(Self { parts: Arc::new(parts), schedule: Arc::new(Schedule::default()) })
    }

    /// The signal other parts of the process give after leaving work.
    #[must_use]
    pub fn wake(&self) -> Wake {
        self.parts.wake.clone()
    }

    /// Works until `shutdown` is ready, then lets running jobs end for some seconds. What did not end is taken up by
    /// another worker when its lease is over.
    pub async fn run(&self, shutdown: impl Future<Output = ()>) {
        tokio::pin!(shutdown);
        let mut running: JoinSet<()> = JoinSet::new();
        loop {
            // Interest first, look second: work signalled in between is not missed.
            let notified = self.parts.wake.0.notified();
            tokio::pin!(notified);
            notified.as_mut().enable();
            let now = self.parts.app.clock.now();
            self.schedule.start_due(&self.parts, now, &mut running);
            let free = self.parts.settings.parallel.saturating_sub(running.len());
            let taken = self.take(now, free).await;
            let full = free > 0 && taken.len() >= free;
            for job in taken {
                let parts = Arc::clone(&self.parts);
                running.spawn(async move { execute(&parts, job, now).await });
            }
            let nap = if full { Duration::from_millis(10) } else { self.nap(now) };
            tokio::select! {
                () = &mut shutdown => break,
                () = &mut notified => {}
                Some(_) = running.join_next(), if !running.is_empty() => {}
                () = tokio::time::sleep(nap) => {}
            }
            while running.try_join_next().is_some() {}
        }
        let all = async { while running.join_next().await.is_some() {} };
        if tokio::time::timeout(GRACE, all).await.is_err() {
            tracing::warn!(
                "some jobs did not end in time; another worker takes them up when their lease is over"
            );
        }
    }

    /// Between half and one and a half of the setting, so that many processes do not look at the same moment.
    fn nap(&self, now: Instant) -> Duration {
        let poll = self.parts.settings.poll_millis.max(10);
        let part = u64::from(chance(self.parts.app.ids.as_ref(), now) % 1000);
        Duration::from_millis(poll / 2 + poll * part / 1000)
    }

    /// For tests: does everything that is due at `now`, and what follows from it at the same moment; answers how many
    /// jobs were taken.
    ///
    /// # Errors
    /// [`Error`] when the table of jobs cannot be used.
    pub async fn run_until_idle(&self, now: Instant) -> Result<usize, Error> {
        let mut done = 0;
        loop {
            let taken = self.claim(now, self.parts.settings.parallel).await?;
            if taken.is_empty() {
                return Ok(done);
            }
            done += taken.len();
            let mut running = JoinSet::new();
            for job in taken {
                let parts = Arc::clone(&self.parts);
                running.spawn(async move { execute(&parts, job, now).await });
            }
            while running.join_next().await.is_some() {}
        }
    }

    /// For tests: does the periodic work that is due at `now`, to its end.
    pub async fn run_periodic(&self, now: Instant) {
        let mut running = JoinSet::new();
        self.schedule.start_due(&self.parts, now, &mut running);
        while running.join_next().await.is_some() {}
    }

    async fn take(&self, now: Instant, free: usize) -> Vec<Claimed> {
        if free == 0 {
            return Vec::new();
        }
        match self.claim(now, free).await {
            Ok(taken) => taken,
            Err(error) => {
                tracing::error!(%error, "jobs cannot be taken; the next look is in a moment");
                Vec::new()
            }
        }
    }

    async fn claim(&self, now: Instant, limit: usize) -> Result<Vec<Claimed>, Error> {
        let settings = &self.parts.settings;
        let (until, owner) = (now.plus_seconds(settings.lease_seconds), settings.owner.clone());
        let limit = i64::try_from(limit).unwrap_or(1);
        self.parts.app.db.write("claim-jobs", move |tx| Ok(job::claim(tx, now, until, &owner, limit)?)).await
    }
}

/// Does one job and settles it.
async fn execute(parts: &Arc<Parts>, job: Claimed, now: Instant) {
    let most = tries(&job.kind);
    let outcome = if job.attempt > most {
        // Taken again and again without an answer: whoever worked on it died each time.
        Outcome::Fail(format!(
            "taken {} times and never ended: the program stopped while it worked on this",
            job.attempt - 1
        ))
    } else {
        work(parts, &job).await
    };
    let outcome = match outcome {
        Outcome::Retry(_, reason) if job.attempt >= most => {
            Outcome::Fail(format!("given up after {most} tries: {reason}"))
        }
        other => other,
    };
    match &outcome {
        Outcome::Done => tracing::debug!(job = %job.id, kind = job.kind, "done"),
        Outcome::Retry(_, reason) => {
            tracing::warn!(job = %job.id, kind = job.kind, attempt = job.attempt, reason, "to be tried again")
        }
        Outcome::Fail(reason) => {
            tracing::error!(job = %job.id, kind = job.kind, reason, "failed; see the incidents")
        }
    }
    if let Err(error) = settle(parts, &job, outcome, now).await {
        tracing::error!(job = %job.id, kind = job.kind, %error, "cannot be settled; it is done again when its lease is over");
    }
}

/// Runs the body: a panic in it is a try that failed, and one that takes too long is ended before its lease is over.
async fn work(parts: &Arc<Parts>, job: &Claimed) -> Outcome {
    let seconds = (parts.settings.lease_seconds - MARGIN).max(1);
    let mut body = tokio::spawn(bodies::run(Arc::clone(parts), job.clone()));
    if bodies::is_long(&job.kind) {
        return long(parts, job, body).await;
    }
    match tokio::time::timeout(Duration::from_secs(u64::try_from(seconds).unwrap_or(1)), &mut body).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(error)) => Outcome::Retry(None, words(error)),
        Err(_) => {
            body.abort();
            Outcome::Retry(None, format!("not done after {seconds} seconds"))
        }
    }
}

/// Waits for a body that may take hours. Its lease is made longer again and again; a worker that died no longer does that.
async fn long(parts: &Arc<Parts>, job: &Claimed, mut body: tokio::task::JoinHandle<Outcome>) -> Outcome {
    let lease = parts.settings.lease_seconds.max(3);
    let pause = Duration::from_secs(u64::try_from(lease / 3).unwrap_or(1));
    loop {
        match tokio::time::timeout(pause, &mut body).await {
            Ok(Ok(outcome)) => return outcome,
            Ok(Err(error)) => return Outcome::Retry(None, words(error)),
            Err(_) => {
                let (id, owner) = (job.id, parts.settings.owner.clone());
                let until = parts.app.clock.now().plus_seconds(lease);
                let kept = parts
                    .app
                    .db
                    .write("extend-lease", move |tx| Ok::<_, Error>(job::extend(tx, id, &owner, until)?));
                match kept.await {
                    Ok(true) => {}
                    Ok(false) => {
                        body.abort();
                        return Outcome::Retry(None, "another worker has taken it".to_owned());
                    }
                    Err(error) => tracing::warn!(job = %job.id, %error, "the lease could not be made longer"),
                }
            }
        }
    }
}

/// What a panic said.
pub(crate) fn words(error: JoinError) -> String {
    match error.try_into_panic() {
        Ok(panic) => {
            let said = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied());
            format!("a fault of the program: {}", said.unwrap_or("without words"))
        }
        Err(error) => error.to_string(),
    }
}

async fn settle(parts: &Arc<Parts>, job: &Claimed, outcome: Outcome, now: Instant) -> Result<(), Error> {
    let (id, owner) = (job.id, parts.settings.owner.clone());
    let at = parts.app.clock.now().max(now);
    let wait = pause(&job.kind, job.attempt, parts.app.ids.as_ref(), at);
    parts
        .app
        .db
        .write("settle-job", move |tx| {
            match &outcome {
                // Some bodies end their job in their own unit of work; ending it again changes nothing.
                Outcome::Done => job::done(tx, id, &owner, at)?,
                Outcome::Retry(after, reason) => {
                    job::again(tx, id, &owner, at.plus_seconds(after.unwrap_or(wait).max(1)), reason)?
                }
                Outcome::Fail(reason) => job::fail(tx, id, &owner, at, reason)?,
            };
            Ok(())
        })
        .await
}
