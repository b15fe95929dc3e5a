import Foundation

/// Where the real program lies: the release build where `./dev test` has made one.
public enum BuiltProgram {
  public static let path: String = {
    if let path = ProcessInfo.processInfo.environment["SITEGEN_BINARY"] { return path }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return folder.appending(path: ".build/debug/sitegen").path
  }()

  /// Whether the build at hand is the one that users get.
  public static let isRelease = ProcessInfo.processInfo.environment["SITEGEN_BINARY"] != nil

  /// Whether the long lane is run: `./dev test --slow`.
  public static let isTriedAtLength = ProcessInfo.processInfo.environment["SITEGEN_SLOW_TESTS"] != nil
}
