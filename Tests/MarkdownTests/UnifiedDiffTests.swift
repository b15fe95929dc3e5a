import Markdown
import Testing

struct UnifiedDiffTests {
  @Test("equal texts differ in nothing")
  func equal() { #expect(diff("a\n", "a\n") == "") }

  @Test("a change is shown with three lines around")
  func change() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\ncinco\n6\n7\n8\n")
        == "--- a/faro.md\n+++ b/faro.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+cinco\n 6\n 7\n 8\n")
  }

  @Test("changes far apart stand in hunks of their own")
  func hunks() {
    let old = (1...20).map { "\($0)\n" }.joined()
    #expect(
      diff(old, "0\n" + old + "21\n")
        == "--- a/faro.md\n+++ b/faro.md\n@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -18,3 +19,4 @@\n 18\n 19\n 20\n+21\n"
    )
  }

  @Test("a missing last line end is told")
  func noNewline() {
    #expect(
      diff("a", "a\n")
        == "--- a/faro.md\n+++ b/faro.md\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n")
  }

  private func diff(_ old: String, _ new: String) -> String {
    String(decoding: UnifiedDiff.between(Array(old.utf8), Array(new.utf8), path: "faro.md"), as: UTF8.self)
  }
}
