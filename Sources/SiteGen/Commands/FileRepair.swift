import Bytes
import Diagnostics
import Disk
import TextRepair

/// Mends the files named on the command line, one by one, and tells what was done.
struct FileRepair {
  let invocation: Invocation
  let console: Console

  func run() -> ExitCode {
    var report = Report()
    var accounts: [RepairAccount] = []
    var code = ExitCode.done
    for argument in invocation.arguments {
      do throws(DiskFailure) {
        guard let account = try mend(argument, report: &report) else {
          code = .wrong
          continue
        }
        accounts.append(account)
        if !account.repaired.unresolved.isEmpty, !invocation.has("--force") { code = .wrong }
      } catch {
        report.add(error.mistake)
        code = .outside
      }
    }
    tell(accounts)
    console.show(report)
    return code
  }

  /// Mends one file; nil if it is no text.
  private func mend(_ argument: String, report: inout Report) throws(DiskFailure) -> RepairAccount? {
    let isFilter = argument == "-"
    let bytes = try isFilter ? File.readStandardInput() : File.read(Path(argument))
    let repaired = TextRepair.repair(bytes)
    if !isFilter, let mistake = repaired.mistake(at: argument) {
      report.add(mistake)
      return nil
    }
    if let loss = repaired.loss(at: argument) { report.add(loss) }
    let account = RepairAccount(path: argument, repaired: repaired)
    if isFilter {
      console.print(repaired.bytes)
    } else if invocation.has("--write"), !repaired.isUnchanged {
      if repaired.unresolved.isEmpty || invocation.has("--force") {
        try File.write(repaired.bytes, to: Path(argument))
      } else {
        report.add(
          Mistake(RepairRefusal.unresolved(places: repaired.unresolved.count), path: argument, place: nil))
      }
    }
    return account
  }

  /// Tells what was done: on standard output, but for a filter, whose output is the text.
  private func tell(_ accounts: [RepairAccount]) {
    let isFilter = invocation.arguments.contains("-")
    var out: [UInt8] = []
    if invocation.has("--report") || console.format == .json {
      RepairAccount.writeJSON(accounts, into: &out)
    } else {
      guard !isFilter || console.isVerbose else { return }
      for account in accounts {
        account.write(in: console.tongue, limit: console.isVerbose ? .max : 20, into: &out)
      }
    }
    if isFilter { console.say(bytes: out) } else { console.print(out) }
  }
}
