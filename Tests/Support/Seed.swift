import Foundation

/// The seed of a property test: SEED where it is set, another one each time in the slow lane, else always the same.
///
/// The fast lane decides whether a change may land, so it must not fail by chance for what lay there before.
public enum Seed {
  public static var current: UInt64 {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["SEED"].flatMap(UInt64.init) { return seed }
    return environment["SITEGEN_SLOW_TESTS"] == nil ? 20_261_121 : UInt64.random(in: 0...UInt64.max)
  }
}
