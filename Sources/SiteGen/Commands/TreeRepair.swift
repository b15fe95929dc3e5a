import Diagnostics
import Disk
import Language
import TextRepair
import Workers

/// Mends all text files of a tree into another one; what is no text is copied as it is.
struct TreeRepair {
  let input: Path
  let output: Path
  let console: Console

  init(from input: Path, to output: Path, console: Console) {
    self.input = input
    self.output = output
    self.console = console
  }

  /// What became of one file.
  private struct Outcome: Sendable {
    var isChanged = false
    /// What cannot be mended in it.
    var loss: Mistake?
    var failure: Mistake?
  }

  /// How many files are mended between two looks at the progress line.
  private static let batch = 256

  func run() throws -> ExitCode {
    if output.lies(in: input) {
      let finding = TreeFinding.outputInsideInput(input.text)
      console.show(Report([Mistake(finding, path: output.text, place: nil)]))
      return .wrong
    }
    let tree: Tree
    let plan: TreePlan
    do throws(DiskFailure) {
      tree = try Tree(walking: input, taking: .everything)
      plan = TreePlan(of: tree.files.map(\.path), from: input, to: output)
      for folder in Set(plan.moves.map(\.target.parent)) { try File.makeFolders(folder) }
    } catch {
      console.show(Report([error.mistake]))
      return .outside
    }
    let outcomes = try mend(plan.moves)
    tell(outcomes, plan)
    let failures = tree.failures.map { DiskFailure($0.reason, at: input.appending($0.path.bytes)).mistake }
    let failed = failures + outcomes.compactMap(\.failure)
    let losses = outcomes.compactMap(\.loss)
    console.show(Report(failed + plan.collisions + losses))
    if !failed.isEmpty { return .outside }
    return losses.isEmpty && plan.collisions.isEmpty ? .done : .wrong
  }

  private func mend(_ moves: [TreePlan.Move]) throws -> [Outcome] {
    let label = console.tongue.pick(en: "mending", es: "arreglando")
    var progress = Progress(label, of: moves.count, on: console)
    var outcomes: [Outcome] = []
    let workers = Workers(count: Workers.processors)
    for start in stride(from: 0, to: moves.count, by: Self.batch) {
      let batch = Array(moves[start..<min(start + Self.batch, moves.count)])
      outcomes += try workers.map(batch) { Self.mend($0) }
      progress.advance(to: outcomes.count)
    }
    return outcomes
  }

  private static func mend(_ move: TreePlan.Move) -> Outcome {
    do throws(DiskFailure) {
      let bytes = try File.read(move.source)
      let repaired = TextRepair.repair(bytes)
      let isText = repaired.mistake(at: move.source.text) == nil
      try File.write(isText ? repaired.bytes : bytes, to: move.target, like: move.source, durably: false)
      guard isText else { return Outcome() }
      return Outcome(isChanged: !repaired.isUnchanged, loss: repaired.loss(at: move.target.text))
    } catch {
      return Outcome(failure: error.mistake)
    }
  }

  private func tell(_ outcomes: [Outcome], _ plan: TreePlan) {
    let files = outcomes.count
    let changed = outcomes.count { $0.isChanged }
    let lossy = outcomes.count { $0.loss != nil }
    let renamed = plan.moves.count { $0.isRenamed }
    console.say(
      console.tongue.pick(
        en: "\(files) \(files == 1 ? "file" : "files"): \(changed) mended, \(renamed) renamed, "
          + "\(lossy) with damage that remains",
        es: "\(files) \(files == 1 ? "archivo" : "archivos"): \(changed) con arreglos, "
          + "\(renamed) con otro nombre, \(lossy) con daños que quedan"
      )
    )
  }
}
