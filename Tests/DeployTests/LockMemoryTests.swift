import Disk
import TestSupport
import Testing

@testable import Deploy

@Suite("The memory of locks")
struct LockMemoryTests {
  private let scratch: TemporaryFolder

  init() throws { scratch = try TemporaryFolder(inMemory: true) }

  /// One deploy: what it knows of earlier ones, and whether it comes to its end.
  private func deploy(_ token: String, ends: Bool = false) throws -> [String] {
    let memory = try LockMemory(in: Path(scratch.path), writing: token)
    if ends { try memory.forget() }
    return memory.before
  }

  @Test("knows all that stopped deploys may have left, until one comes to its end")
  func stopped() throws {
    #expect(try deploy("uno 1") == [])
    #expect(try deploy("dos 2") == ["uno 1"])
    #expect(try deploy("tres 3", ends: true) == ["uno 1", "dos 2"])
    #expect(try deploy("cuatro 4") == [])
  }

  @Test("does not grow for ever")
  func many() throws {
    for number in 0..<80 { _ = try deploy("r \(number)") }
    let known = try deploy("fin 0")
    #expect(known.count == 50 && known.last == "r 79")
  }
}
