//! Short lists kept in order. The sorts of the standard library are made for long lists, and their code would be downloaded by
//! everybody.

/// Puts `item` behind all that do not come after it; `comes_before` says whether the first comes before the second.
pub fn insert_by<T>(items: &mut Vec<T>, item: T, comes_before: impl Fn(&T, &T) -> bool) {
    let place = items.partition_point(|other| !comes_before(&item, other));
    items.insert(place, item);
}

/// Puts `item` in its place in an ascending list, unless it is there already.
pub fn insert_once<T: Ord>(items: &mut Vec<T>, item: T) {
    if let Err(place) = items.binary_search(&item) {
        items.insert(place, item);
    }
}

/// In ascending order, each once.
#[must_use]
pub fn each_once<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut ordered = Vec::new();
    items.into_iter().for_each(|item| insert_once(&mut ordered, item));
    ordered
}

/// In the order of `comes_before`; what is equal stays as it stands.
pub(crate) fn ordered<T>(items: impl IntoIterator<Item = T>, comes_before: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut ordered = Vec::new();
    items.into_iter().for_each(|item| insert_by(&mut ordered, item, &comes_before));
    ordered
}

#[cfg(test)]
mod tests {
    use super::{each_once, ordered};

    #[test]
    fn equal_entries_keep_their_order() {
        let by_size = |one: &(u8, char), other: &(u8, char)| one.0 > other.0;
        assert_eq!(
            ordered([(1, 'a'), (3, 'b'), (1, 'c'), (3, 'd'), (2, 'e')], by_size),
            [(3, 'b'), (3, 'd'), (2, 'e'), (1, 'a'), (1, 'c')]
        );
    }

    #[test]
    fn each_stands_once_and_in_order() {
        assert_eq!(each_once([3, 1, 3, 2, 1]), [1, 2, 3]);
        assert!(each_once::<u8>([]).is_empty());
    }
}
