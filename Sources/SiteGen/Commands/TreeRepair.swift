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
    var changed = false
    var unresolved = 0
    var failure: DiskFailure?
  }

  /// How many files are mended between two looks at the progress line.
  private static let batch = 256

  func run() throws -> ExitCode {
    let tree: Tree
    do throws(DiskFailure) {
      tree = try Tree(walking: input)
      for folder in Set(tree.files.map { output.appending($0.path.bytes).parent }) {
        try File.makeFolders(folder)
      }
    } catch {
      console.show(Report([error.mistake]))
      return .outside
    }
    let outcomes = try mend(tree.files.map(\.path))
    let failures = tree.failures + outcomes.compactMap(\.failure)
    tell(outcomes)
    console.show(Report(failures.map(\.mistake)))
    if !failures.isEmpty { return .outside }
    return outcomes.contains { $0.unresolved > 0 } ? .wrong : .done
  }

  private func mend(_ paths: [Path]) throws -> [Outcome] {
    let label = console.tongue.pick(en: "mending", es: "arreglando")
    var progress = Progress(label, of: paths.count, on: console)
    var outcomes: [Outcome] = []
    let workers = Workers(count: Workers.processors)
    for start in stride(from: 0, to: paths.count, by: Self.batch) {
      let batch = Array(paths[start..<min(start + Self.batch, paths.count)])
      outcomes += try workers.map(batch) { [input, output] path in
        Self.mend(input.appending(path.bytes), to: output.appending(path.bytes))
      }
      progress.advance(to: outcomes.count)
    }
    return outcomes
  }

  private static func mend(_ source: Path, to target: Path) -> Outcome {
    do throws(DiskFailure) {
      let bytes = try File.read(source)
      let repaired = TextRepair.repair(bytes)
      let isText = repaired.mistake(at: source.text) == nil
      try File.write(isText ? repaired.bytes : bytes, to: target, durably: false)
      return Outcome(
        changed: isText && !repaired.isUnchanged, unresolved: isText ? repaired.unresolved.count : 0)
    } catch {
      return Outcome(failure: error)
    }
  }

  private func tell(_ outcomes: [Outcome]) {
    let changed = outcomes.count { $0.changed }
    let unresolved = outcomes.count { $0.unresolved > 0 }
    console.say(
      console.tongue.pick(
        en: "\(outcomes.count) files, \(changed) mended, \(unresolved) with damage that remains",
        es: "\(outcomes.count) archivos, \(changed) arreglados, \(unresolved) con daños que quedan"
      )
    )
  }
}
