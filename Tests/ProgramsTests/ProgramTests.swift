import Synchronization
import Testing
import Workers

@testable import Programs

@Suite("A command of the system")
struct ProgramTests {
  @Test("gives its output, its complaint and its code")
  func outcome() throws {
    let outcome = try Program(["sh", "-c", "echo uno; echo ' dos ' >&2; exit 3"]).run()
    #expect(outcome.status == 3)
    #expect(!outcome.succeeded)
    #expect(outcome.output == Array("uno\n".utf8))
    #expect(outcome.complaint == "dos")
  }

  @Test("reads what it is sent while it writes, whatever the size")
  func largeExchange() throws {
    var program = Program(["cat"])
    program.input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let outcome = try program.run()
    #expect(outcome.output == program.input)
  }

  @Test("may leave its input unread")
  func unreadInput() throws {
    var program = Program(["true"])
    program.input = [UInt8](repeating: 65, count: 5_000_000)
    #expect(try program.run().succeeded)
  }

  @Test("sees the variables it is given and those it inherits, and no other")
  func environment() throws {
    var program = Program(["env"])
    program.inherits = ["PATH"]
    program.variables = [("NOMBRE", "valor con espacios")]
    let lines = String(decoding: try program.run().output, as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("NOMBRE=valor con espacios"))
    #expect(lines.contains { $0.hasPrefix("PATH=") })
    #expect(!lines.contains { $0.hasPrefix("HOME=") })
  }

  @Test("works in the folder it is given")
  func folder() throws {
    var program = Program(["pwd"])
    program.folder = "/"
    #expect(try program.run().output == Array("/\n".utf8))
  }

  @Test("that is not installed is told apart from one that fails")
  func absence() {
    #expect(throws: ProgramFailure.absent("no-existe-tal-programa")) {
      try Program(["no-existe-tal-programa"]).run()
    }
  }

  @Test("is ended with all that it started when its time is over")
  func timeLimit() throws {
    var program = Program(["sh", "-c", "sleep 60 & sleep 60"])
    program.timeLimit = .milliseconds(200)
    let start = ContinuousClock.now
    #expect(throws: ProgramFailure.tookTooLong("sh", limit: .milliseconds(200))) { try program.run() }
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("is ended when it writes without end")
  func outputLimit() throws {
    var program = Program(["yes"])
    program.outputLimit = 1 << 20
    #expect(throws: ProgramFailure.wroteTooMuch("yes", limit: 1 << 20)) { try program.run() }
  }

  #if os(Linux)
    @Test("ends with the thread that runs it, where it is bound to that")
    func bound() throws {
      let channels = try (0..<3).map { _ in try #require(Channel()) }
      let ends = channels.map(\.theirs)
      var program = Program(["sleep", "60"])
      program.isBound = true
      let (command, started, start) = (program, Started(), ContinuousClock.now)
      let thread = try Companion {
        let child = try? Child(command, input: ends[0], output: ends[1], errors: ends[2])
        started.child.withLock { $0 = child }
      }
      thread.join()
      let child = try #require(started.child.withLock { $0 })
      #expect(child.wait() == 128 + 9)
      #expect(start.duration(to: .now) < .seconds(30))
    }

    private final class Started: Sendable {
      let child = Mutex<Child?>(nil)
    }

    @Test("that is bound gives its output, works in its folder, and is told to be absent, as any other")
    func boundOutcome() throws {
      var program = Program(["sh", "-c", "cat; pwd; echo no >&2; exit 3"])
      program.isBound = true
      program.folder = "/"
      program.input = Array("sí\n".utf8)
      let outcome = try program.run()
      #expect(String(decoding: outcome.output, as: UTF8.self) == "sí\n/\n")
      #expect(outcome.complaint == "no" && outcome.status == 3)
      var absent = Program(["sitegen-no-such-command"])
      absent.isBound = true
      let nothing = absent
      #expect(throws: ProgramFailure.absent("sitegen-no-such-command")) { _ = try nothing.run() }
    }
  #endif

  @Test("that a signal ends has the code that shells give")
  func signal() throws {
    #expect(try Program(["sh", "-c", "kill -TERM $$"]).run().status == 143)
  }
}
