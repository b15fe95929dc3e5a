import Foundation
import Language
import Testing

@testable import SiteGen

@Suite("Completion scripts")
struct CompletionTests {
  @Test("bash offers commands, then their options, then the words of a choice")
  func bash() throws {
    let script = Shell.bash.completions(of: Command.all, tongue: .english)
    #expect(try offered(by: script, line: ["sitegen", "compl"]) == ["completions"])
    #expect(try offered(by: script, line: ["sitegen", "completions", "--f"]) == ["--format"])
    #expect(try offered(by: script, line: ["sitegen", "completions", "--format", "j"]) == ["json"])
    #expect(try offered(by: script, line: ["sitegen", "completions", ""]) == ["bash", "zsh", "fish"])
    #expect(try offered(by: script, line: ["sitegen", "completions", "--format", "=", "j"]) == ["json"])
    #expect(try offered(by: script, line: ["sitegen", "completions", "--lang", "="]) == ["es", "en"])
    #expect(try offered(by: script, line: ["sitegen", "help", "comp"]) == ["completions"])
  }

  @Test("every shell that is here takes its script", arguments: [Shell.bash, .zsh, .fish])
  func syntax(shell: Shell) throws {
    let path = ["/bin/", "/usr/bin/"].map { $0 + shell.rawValue }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let path else { return }
    let file = FileManager.default.temporaryDirectory.appending(
      path: "sitegen-\(UUID().uuidString).\(shell.rawValue)")
    try shell.completions(of: Command.all, tongue: .spanish).write(
      to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try run(path, ["-n", file.path]).status == 0)
  }

  private func offered(by script: String, line: [String]) throws -> [String] {
    let words = line.map { "'\($0)'" }.joined(separator: " ")
    let program =
      "\(script)\nCOMP_WORDS=(\(words)); COMP_CWORD=\(line.count - 1); _sitegen; printf '%s\\n' \"${COMPREPLY[@]}\""
    return try run("/bin/bash", ["-c", program]).output.split(separator: "\n").map(String.init)
  }

  private func run(_ path: String, _ arguments: [String]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }
}
