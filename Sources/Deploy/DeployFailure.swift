import Disk
import HTTP
import Programs

/// Why a deploy stopped on its way; what was sent before stays, and the next run goes on from there.
public enum DeployFailure: Error, Sendable, Equatable {
  case disk(DiskFailure)
  /// A file is not what it was when the plan was made: a build ran meanwhile.
  case changedMeanwhile(String)
  /// Somebody else is publishing to the same target.
  case locked(by: String)
  case program(ProgramFailure)
  /// A command ended badly, with what it said.
  case refused(command: String, said: String)
  /// A server gave no answer.
  case http(HTTPFailure, host: String)
  /// A store refused, with what it calls its reason.
  case answered(status: Int, code: String, key: String)
  case noThreads
  /// A library that compresses is not there.
  case noLibrary(String, reason: String)
  /// A cache did not take the order to forget.
  case purge(host: String, status: Int, said: String)
  /// What the public address serves is not what was sent.
  case notServed([DeployFinding])
  /// Nobody answers at the public address.
  case unanswered(HTTPFailure, at: String)
  /// What is asked for cannot be done.
  case objection(DeployFinding)
  /// The record at the target is damaged.
  case damagedRecord(String)
}

extension DeployFailure {
  /// Does something on the disk of this machine.
  static func onDisk<Result>(_ body: () throws(DiskFailure) -> Result) throws(DeployFailure) -> Result {
    do throws(DiskFailure) { return try body() } catch { throw .disk(error) }
  }

  /// Runs a command to its end, however that is.
  static func running(_ program: Program) throws(DeployFailure) -> Program.Outcome {
    do throws(ProgramFailure) { return try program.run() } catch { throw .program(error) }
  }
}
