"""What a lending asks around the work itself: contracts, declaration, visits, the pass of the person lent."""
