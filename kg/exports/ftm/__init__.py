"""FollowTheMoney: what investigators of money and influence work with."""
