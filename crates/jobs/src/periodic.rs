//! Work done by the clock alone. It takes no input and looks at the state, so that a run that is missed, doubled or
//! done by several processes does no harm.

use std::sync::{Arc, Mutex, PoisonError};

use app::Error;
use jiff::civil::Time;
use kernel::{Instant, clock::rome};
use tokio::task::JoinSet;

use crate::{bodies, worker::Parts};

/// When something is done.
#[derive(Clone, Copy, Debug)]
enum Every {
    /// So many seconds.
    Seconds(i64),
    /// Day, at this hour and minute in Rome.
    Day(i8, i8),
}

/// One entry of the list.
#[derive(Clone, Copy, Debug)]
struct Entry {
    what: What,
    every: Every,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    ReleaseLeases,
    Billing,
    Distributor,
    Reminders,
    Clocks,
    Keys,
}

/// The list, each with its reason. All are done at the start too.
const LIST: &[Entry] = &[
    // A worker that died holds its jobs for the length of a lease; half a minute more is not noticed by anybody.
    Entry { what: What::ReleaseLeases, every: Every::Seconds(30) },
    // Operators wait at the screen for billing's answer; a look into an empty folder costs nothing.
    Entry { what: What::Billing, every: Every::Seconds(10) },
    // Distributors answer in hours, and a look into an empty folder costs nothing: what they say is on the page before somebody asks.
    Entry { what: What::Distributor, every: Every::Seconds(15) },
    // Reminders are for a day; at seven they are read with the first coffee, and those of today are still of use.
    Entry { what: What::Reminders, every: Every::Day(7, 0) },
    // A new day moves every regulated clock: lists must be ordered by today's risk before the first person comes.
    Entry { what: What::Clocks, every: Every::Day(0, 10) },
    // Keys of writes are kept for days, so once a day is enough; at half past three nobody waits for the database.
    Entry { what: What::Keys, every: Every::Day(3, 30) },
];

/// When each entry is due next.
#[derive(Debug, Default)]
pub(crate) struct Schedule(Mutex<Vec<(What, Instant)>>);

impl Schedule {
    /// Starts what is due; none is started again before its next time.
    pub fn start_due(&self, parts: &Arc<Parts>, now: Instant, running: &mut JoinSet<()>) {
        for what in self.due(now) {
            let parts = Arc::clone(parts);
            running.spawn(async move {
                if let Err(error) = run(&parts, what).await {
                    tracing::error!(?what, %error, "periodic work failed; it is done again at its next time");
                }
            });
        }
    }

    fn due(&self, now: Instant) -> Vec<What> {
        let mut next = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut due = Vec::new();
        for entry in LIST {
            let at = next.iter_mut().find(|(what, _)| *what == entry.what);
            match at {
                Some((_, at)) if *at > now => {}
                Some((_, at)) => {
                    *at = following(entry.every, now);
                    due.push(entry.what);
                }
                None => {
                    next.push((entry.what, following(entry.every, now)));
                    due.push(entry.what);
                }
            }
        }
        due
    }
}

fn following(every: Every, now: Instant) -> Instant {
    match every {
        Every::Seconds(seconds) => now.plus_seconds(seconds),
        Every::Day(hour, minute) => at_hour(now, hour, minute),
    }
}

/// The next moment of a time of day in Rome; one that does not exist on a day (the clocks go forward) is an hour later.
fn at_hour(now: Instant, hour: i8, minute: i8) -> Instant {
    let time = Time::new(hour, minute, 0, 0).unwrap_or_default();
    let mut day = now.date();
    for _ in 0..3 {
        let at: Option<Instant> =
            day.to_datetime(time).to_zoned(rome()).ok().map(|zoned| zoned.timestamp().into());
        match (at.filter(|at| *at > now), day.tomorrow()) {
            (Some(at), _) => return at,
            (None, Ok(tomorrow)) => day = tomorrow,
            (None, Err(_)) => break,
        }
    }
    now.plus_seconds(86_400)
}

async fn run(parts: &Arc<Parts>, what: What) -> Result<(), Error> {
    match what {
        What::ReleaseLeases => {
            let now = parts.app.clock.now();
            let released = parts
                .app
                .db
                .write("release-leases", move |tx| {
                    Ok::<_, Error>(store::work::job::release_expired(tx, now)?)
                })
                .await?;
            if released > 0 {
                tracing::warn!(released, "jobs of a worker that died are taken up");
            }
            Ok(())
        }
        What::Billing => {
            bodies::billing_answers::poll(parts).await?;
            bodies::send_billing::hand_over(parts).await.map(drop)
        }
        What::Distributor => {
            bodies::distributor_answers::poll(parts).await?;
            bodies::send_distributor::hand_over(parts).await.map(drop)
        }
        What::Clocks => {
            app::cases::reevaluate_clocks(&parts.app, &parts.app.system("clocks")).await.map(drop)
        }
        What::Keys => app::accounts::forget_old_answers(&parts.app).await.map(drop),
        What::Reminders => bodies::send_reminder::look(parts).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_romes_through_both_changes_of_the_clocks() {
        for (now, next) in [
            ("2026-03-11T06:59:59+01:00", "2026-03-11T07:00:00+01:00"),
            ("2026-03-11T07:00:00+01:00", "2026-03-12T07:00:00+01:00"),
            ("2026-03-28T07:00:00+01:00", "2026-03-29T07:00:00+02:00"),
            ("2026-10-24T12:00:00+02:00", "2026-10-25T07:00:00+01:00"),
        ] {
            let (now, next): (Instant, Instant) = (now.parse().unwrap(), next.parse().unwrap());
            assert_eq!(at_hour(now, 7, 0), next);
        }
    }

    #[test]
    fn everything_is_due_at_the_start_and_then_at_its_time() {
        let schedule = Schedule::default();
        let start: Instant = "2026-03-11T10:00:00+01:00".parse().unwrap();
        assert_eq!(schedule.due(start).len(), LIST.len());
        assert_eq!(schedule.due(start.plus_seconds(9)), []);
        assert_eq!(schedule.due(start.plus_seconds(10)), [What::Billing]);
        assert_eq!(
            schedule.due(start.plus_seconds(30)),
            [What::ReleaseLeases, What::Billing, What::Distributor]
        );
        assert!(schedule.due(start.plus_seconds(22 * 3600)).contains(&What::Reminders));
    }
}
