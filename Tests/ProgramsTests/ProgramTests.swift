import Programs
import Testing

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

  @Test("that a signal ends has the code that shells give")
  func signal() throws {
    #expect(try Program(["sh", "-c", "kill -TERM $$"]).run().status == 143)
  }
}
