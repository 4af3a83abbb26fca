//! [`Concern`]: how a task concerns a place.

use eqs_core::{Place, PlaceKind};

use crate::department::Department;
use crate::task::{Role, Task};

eqs_core::vocabulary! {
    /// How a task concerns a place, the closest first; see [`Task::concern`].
    pub enum Concern {
        /// The task names the place, or one that lies in it (点名).
        Named = "named", "点名", "named";
        /// The government of the district has a role in it (区政府承担).
        Government = "government", "区政府承担", "by its government";
        /// It concerns every district (各区).
        EveryDistrict = "every_district", "各区", "as every district";
        /// It names an area to which the place belongs (所在区域).
        Around = "around", "所在区域", "by an area around it";
    }
}

impl Task {
    /// How the task concerns a place: by the names in its section, key task and measure, in full as in the registry, and by
    /// its departments. No column of the source says it: this is our reading. A task for the whole city names none of its
    /// districts, and 相关区政府 (the districts concerned) mean no certain one.
    ///
    /// # Example
    /// ```
    /// use eqs_core::Place;
    /// use eqs_plan::{Concern, Task};
    ///
    /// let task = Task::of("TSK-0096").unwrap(); // clean small watersheds, led in Miyun and Huairou among others
    /// assert_eq!(task.concern(Place::of("miyun")), Some(Concern::Government));
    /// assert_eq!(task.concern(Place::of("dongcheng")), None);
    /// ```
    #[must_use]
    pub fn concern(&self, place: Place) -> Option<Concern> {
        let words = [self.section, self.key_task, self.measure];
        let named = || Place::all().filter(|other| words.iter().any(|words| words.contains(other.zh())));
        if named().any(|other| other == place || other.is_within(place)) {
            return Some(Concern::Named);
        }
        let roles = || Role::ALL.iter().map(|role| self.departments(*role));
        let government = government(place);
        if government.is_some_and(|one| roles().any(|named| named.iter().any(|other| other == one))) {
            return Some(Concern::Government);
        }
        let every = named().any(|other| other.kind() == PlaceKind::Districts && place.is_within(other));
        if every || government.is_some_and(|one| roles().any(|named| named.mean(one))) {
            return Some(Concern::EveryDistrict);
        }
        let is_part =
            |kind| matches!(kind, PlaceKind::FunctionalArea | PlaceKind::Area | PlaceKind::District);
        named().any(|other| is_part(other.kind()) && place.is_within(other)).then_some(Concern::Around)
    }
}

/// The government of a district.
fn government(place: Place) -> Option<Department> {
    const ENDINGS: [&str; 2] = ["政府", "管委会"];
    Department::all().find(|department| {
        ENDINGS.iter().any(|ending| department.zh().strip_suffix(ending) == Some(place.zh()))
    })
}
