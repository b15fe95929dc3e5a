import CSystem

extension Program {
  /// All variables of our own process; a command inherits none that is not named.
  public static var ownVariables: [String: String] {
    var variables: [String: String] = [:]
    guard var next = sitegen_variables() else { return [:] }
    while let entry = next.pointee {
      let pair = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 { variables[String(pair[0])] = String(pair[1]) }
      next += 1
    }
    return variables
  }
}
