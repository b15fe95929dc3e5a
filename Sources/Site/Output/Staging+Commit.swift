import Bytes
import Diagnostics
import Disk
import Synchronization

// The decision, and what follows from it.

extension Staging {
  /// Makes the output what was written, and tells what that changed; with a mistake nothing is changed.
  ///
  /// To be called once, when all files are written. A file that an earlier build wrote and this one did not is deleted.
  public func commit() throws(Report) -> OutputSummary {
    let plan = plan()
    do throws(DiskFailure) {
      if plan.mistakes.isEmpty { try carryOut(plan) }
      try place.remove()
    } catch {
      throw Report([error.mistake])
    }
    guard plan.mistakes.isEmpty else {
      throw Report(plan.mistakes.map { Mistake($0.finding, path: start.shown($0.path), place: nil) })
    }
    return plan.summary
  }
}

extension Staging {
  private func plan() -> OutputPlan {
    let outcomes = state.withLock { $0.outcomes }
    return OutputPlan(outcomes, over: start.record) { path in
      old?.finding(at: path) ?? .nothing
    } files: { path in
      filesBelow(path)
    }
  }

  /// The files below a folder of the output; the folder itself where it cannot be read.
  private func filesBelow(_ path: String) -> [String] {
    do throws(DiskFailure) {
      let tree = try Tree(walking: start.output.appending(path), taking: .whole)
      return (tree.files.map(\.path) + tree.failures.map(\.path)).map { "\(path)/\($0.text)" }
    } catch {
      return [path]
    }
  }

  /// Writes down what is to be done, makes it safe, decides by giving the journal its name, and does it.
  private func carryOut(_ plan: OutputPlan) throws(DiskFailure) {
    let steps = start.isWhole ? [.adoptTree] : plan.steps
    guard !steps.isEmpty else {
      // Nothing moves; at most a file was touched and is known by another time now.
      if plan.record != start.record, let path = start.recordPath {
        try File.write(plan.record.text, to: path)
      }
      return
    }
    let journal = OutputJournal(owner: start.recordPath?.text ?? "", steps: steps)
    try place.folder.write(plan.record.text.span, to: OutputJournal.Name.record)
    try place.folder.write(journal.text.span, to: OutputJournal.Name.partial)
    try place.folder.sync()
    try place.folder.move(OutputJournal.Name.partial, to: OutputJournal.Name.journal, in: place.folder)
    try start.finish(journal, in: place)
  }
}
