import Programs

/// The history of a folder as the `git` command tells it.
public enum Git {
  /// What came of asking.
  public enum Answer: Sendable {
    case history(GitHistory)
    /// The folder is in no repository, nothing was committed yet, or there is no git.
    case nothing
    /// Git refused, with what it said.
    case refusal(String)
  }

  /// Reads the history of a folder; its paths count from there.
  public static func history(of folder: String) -> Answer {
    do throws(ProgramFailure) {
      let asked = try run(["-C", folder, "rev-parse", "--is-shallow-repository", "--verify", "HEAD"])
      guard asked.succeeded else { return answer(to: asked.complaint) }
      if asked.output.starts(with: "true".utf8) { return .history(GitHistory(log: [], isShallow: true)) }
      let log = try run(["-C", folder] + GitHistory.arguments + ["--", "."])
      return log.succeeded ? .history(GitHistory(log: log.output, isShallow: false)) : .refusal("git log")
    } catch {
      return .nothing
    }
  }

  /// Which commit is checked out, and whether all before it are there; what git says instead where it refuses.
  public static func state(of folder: String) -> String {
    do throws(ProgramFailure) {
      let asked = try run(["-C", folder, "rev-parse", "--is-shallow-repository", "--verify", "HEAD"])
      return asked.succeeded ? String(decoding: asked.output, as: UTF8.self) : "no"
    } catch {
      return "no"
    }
  }

  private static func answer(to complaint: String) -> Answer {
    let isNothing =
      complaint.contains("not a git repository") || complaint.contains("Needed a single revision")
    return isNothing ? .nothing : .refusal(complaint.split(separator: "\n").last.map(String.init) ?? "")
  }

  /// Runs git with English messages, and so that it leaves no lock files behind; nothing else of the environment
  /// reaches it, so that no variable of a hook or an editor bends what it says.
  private static func run(_ arguments: [String]) throws(ProgramFailure) -> Program.Outcome {
    var program = Program(["git"] + arguments)
    program.variables = [("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0")]
    return try program.run()
  }
}
