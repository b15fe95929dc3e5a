import Diagnostics
import Disk

extension Declared {
  /// Tells which files `publish.allow` names that a site does not have; `files` are those it was read from.
  func absentFiles(below root: Path, in files: [Source]) -> Report {
    var report = Report()
    for allowance in publish.allow
    where allowance.namesFile && !File.exists(root.appending(allowance.path)) {
      let finding = InventoryFinding.allowsNoFile(allowance.path)
      report.add(files[publishFile].mistake(finding, at: allowance.range))
    }
    return report
  }
}
