/// A stage that cannot go on throws everything it found, not the first mistake only.
extension Report: Error {}
