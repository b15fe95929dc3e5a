/// The name of the workers where a room has another thing of that name, such as the machines of a cluster.
public typealias Team = Workers
