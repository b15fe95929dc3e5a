import Diagnostics

extension Declared {
  /// Tells which things are bound to sources that `site.yaml` does not have; `files` are those it was read from.
  public func unknownSources(among known: [String], in files: [Source]) -> Report {
    var report = Report()
    for record in records {
      guard let source = record.live?.source, !known.contains(source) else { continue }
      let finding = InventoryFinding.unknownSource(
        record.id, source: source, known: known, nearest: nearest(to: source, among: known))
      report.add(files[record.origin.file].mistake(finding, at: record.origin.range))
    }
    return report
  }
}
